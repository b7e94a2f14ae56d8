using System.Net;
using System.Text.Json;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class NodeEndpointTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Nodes_OfCollectData_HavePortsAndSchema()
    {
        var node = (await NodesAsync())["collect_data"];

        Assert.Equal("common", node.GetProperty("category").GetString());
        Assert.True(node.GetProperty("waits").GetBoolean());
        Assert.Equal("success", node.GetProperty("ports")[0].GetProperty("name").GetString());
        Assert.Equal(1, node.GetProperty("ports")[0].GetProperty("output").GetInt32());
        Assert.True(node.GetProperty("schema").GetProperty("properties").TryGetProperty("context_key", out _));
    }

    [Fact]
    public async Task Nodes_ThatAnOperatorSwitchedOff_AreNotOfferedNorPublished()
    {
        await using var own = await ServiceFixture.StartAsync();
        await own.PutAsync("/api/flows/said", SmallFlows.Saying("x"), "demo-design");
        using (var database = own.Database.Open())
        using (var command = database.CreateCommand())
        {
            command.CommandText = "UPDATE ai_workflow_nodes SET is_active = 0 WHERE node_key = 'message'";
            command.ExecuteNonQuery();
        }

        own.Clock.Advance(TimeSpan.FromSeconds(2));
        var nodes = (await own.GetAsync("/api/nodes", "demo-design")).Expect(HttpStatusCode.OK);
        var schema = (await own.GetAsync("/api/flows/schema", "demo-design")).Expect(HttpStatusCode.OK);
        var published = await own.PostAsync("/api/flows/said/versions/1/publish", null, "demo-design");

        Assert.DoesNotContain(nodes["items"].EnumerateArray(), node => node.GetProperty("name").GetString() == "message");
        var offered = schema["$defs"].GetProperty("node").GetProperty("properties").GetProperty("name").GetProperty("enum").EnumerateArray().Select(name => name.GetString());
        Assert.DoesNotContain("message", offered);
        Assert.Contains("welcome", offered);
        Assert.Contains(
            published.Expect(HttpStatusCode.UnprocessableEntity)["findings"].EnumerateArray(),
            finding => finding.GetProperty("code").GetString() == "node_type_not_allowed");
    }

    [Fact]
    public async Task Check_OfFaultyFlow_FindsAndSavesNothing()
    {
        var before = service.Database.Count("tenant_conversation_flows");

        var answer = (await service.PostAsync("/api/flows/check", SmallFlows.Faulty(), "demo-design")).Expect(HttpStatusCode.OK);

        Assert.Contains(answer["findings"].EnumerateArray(), finding => finding.GetProperty("severity").GetString() == "error");
        Assert.Equal(before, service.Database.Count("tenant_conversation_flows"));
    }

    [Fact]
    public async Task Description_OfTheApi_HasTheFlows()
    {
        var document = (await service.GetAsync("/openapi/v1.json", key: null)).Expect(HttpStatusCode.OK);

        Assert.True(document["paths"].TryGetProperty("/api/flows/{name}/versions/{version}/publish", out _));
        Assert.True(document["paths"].TryGetProperty("/api/nodes", out _));
    }

    private async Task<Dictionary<string, JsonElement>> NodesAsync() =>
        (await service.GetAsync("/api/nodes", "demo-design")).Expect(HttpStatusCode.OK)["items"].EnumerateArray()
            .ToDictionary(node => node.GetProperty("name").GetString()!);
}
