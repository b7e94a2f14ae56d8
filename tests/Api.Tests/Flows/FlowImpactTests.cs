using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Drawflow;

namespace FlowEngine.Api.Tests.Flows;

public sealed class FlowImpactTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-en-design";

    [Fact]
    public async Task Diff_OfActiveAndNewest_IsWhatPublishingWouldChange()
    {
        await SavedAsync("told", SmallFlows.Saying("one"), publish: true);
        await SavedAsync("told", SmallFlows.Saying("two"), publish: false);

        var difference = (await service.GetAsync("/api/flows/told/diff", Key)).Expect(HttpStatusCode.OK);
        var back = (await service.GetAsync("/api/flows/told/diff?from=2&to=1", Key)).Expect(HttpStatusCode.OK);

        Assert.Equal((1, 2, false), (difference["from"].GetInt32(), difference["to"].GetInt32(), difference["equal"].GetBoolean()));
        var change = Assert.Single(difference["changes"].EnumerateArray());
        Assert.Equal("""{"kind":"configuration_changed","module":"Home","nodeId":"1","nodeType":"message","pointer":"/content","before":"one","after":"two"}""", change.GetRawText());
        Assert.Equal("one", back["changes"][0].GetProperty("after").GetString());
    }

    [Theory]
    [InlineData("from=x", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=0&to=1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=1&to=99999999999", HttpStatusCode.UnprocessableEntity)]
    [InlineData("from=1&to=7", HttpStatusCode.NotFound)]
    [InlineData("from=7", HttpStatusCode.NotFound)]
    public async Task Diff_OfWhatIsNoVersion_IsRefused(string query, HttpStatusCode status)
    {
        await service.PutAsync("/api/flows/untold", SmallFlows.Saying("x"), Key);

        (await service.GetAsync($"/api/flows/untold/diff?{query}", Key)).Expect(status);
    }

    [Fact]
    public async Task Diff_OfALegacyRowThatIsNoFlow_NamesTheVersion()
    {
        await service.PutAsync("/api/flows/legacy", SmallFlows.Saying("x"), Key);
        using (var database = service.Database.Open())
        using (var command = database.CreateCommand())
        {
            command.CommandText = "UPDATE tenant_conversation_flows SET flow_data = 'gone' WHERE flow_name = 'legacy'";
            command.ExecuteNonQuery();
        }

        var refused = await service.GetAsync("/api/flows/legacy/diff?from=1&to=1", Key);

        Assert.Equal("not_a_flow", refused.Expect(HttpStatusCode.UnprocessableEntity).Code);
    }

    [Fact]
    public async Task Impact_OfAVersion_CountsWhoWaitsWhereAndWhatBecomesOfTheNode()
    {
        await SavedAsync("asked", SmallFlows.Asking(), publish: true);
        await service.ChatAsync("hi", "asked-1", "asked", "demo-en-chat");
        await service.ChatAsync("hi", "asked-2", "asked", "demo-en-chat");
        await SavedAsync("asked", SmallFlows.Saying("x"), publish: false);
        await SavedAsync("asked", SmallFlows.Asking().Replace("\"1\"", "\"9\"", StringComparison.Ordinal).Replace("\"id\":1,", "\"id\":9,", StringComparison.Ordinal), publish: false);

        var same = await ImpactAsync("asked", 1);
        var retyped = await ImpactAsync("asked", 2);
        var gone = await ImpactAsync("asked", 3);

        Assert.Equal(("1/Home/1", "collect_data", 2, "same"), same);
        Assert.Equal(("1/Home/1", "collect_data", 2, "retyped message"), retyped);
        Assert.Equal(("1/Home/1", "collect_data", 2, "gone"), gone);
    }

    [Fact]
    public async Task Impact_OfASubFlow_CountsThoseWhoWaitInItFromAnother()
    {
        await SavedAsync("inner", SmallFlows.Asking(), publish: true);
        await SavedAsync("outer", SmallFlows.Calling("inner"), publish: true);
        await service.ChatAsync("hi", "outer-1", "outer", "demo-en-chat");

        Assert.Equal(("1/Home/1", "collect_data", 1, "same"), await ImpactAsync("inner", 1));
        Assert.Equal(("1/Home/1", "sub_flow", 1, "same"), await ImpactAsync("outer", 1));
    }

    [Fact]
    public async Task Impact_WhereNobodyWaits_IsNothing()
    {
        await service.PutAsync("/api/flows/quiet", new DrawflowBuilder().Node("1", "message", new JsonObject()).Build().ToJson(), Key);

        var impact = (await service.GetAsync("/api/flows/quiet/versions/1/impact", Key)).Expect(HttpStatusCode.OK);

        Assert.Equal((0, 0), (impact["waiting"].GetInt32(), impact["places"].GetArrayLength()));
        (await service.GetAsync("/api/flows/quiet/versions/2/impact", Key)).Expect(HttpStatusCode.NotFound);
    }

    private async Task<(string, string?, int, string)> ImpactAsync(string name, int version)
    {
        var impact = (await service.GetAsync($"/api/flows/{name}/versions/{version}/impact", Key)).Expect(HttpStatusCode.OK);
        var place = Assert.Single(impact["places"].EnumerateArray());
        return (
            $"{place.GetProperty("version")}/{Text(place, "module")}/{Text(place, "nodeId")}",
            Text(place, "type"),
            place.GetProperty("conversations").GetInt32(),
            $"{Text(place, "change")} {(place.TryGetProperty("newType", out var type) ? type.GetString() : "")}".Trim());
    }

    private static string? Text(JsonElement place, string member) => place.GetProperty(member).GetString();

    private async Task SavedAsync(string name, string document, bool publish)
    {
        var saved = (await service.PutAsync($"/api/flows/{name}", document, Key)).Expect(HttpStatusCode.OK);
        if (publish)
        {
            (await service.PostAsync($"/api/flows/{name}/versions/{saved["version"].GetInt32()}/publish", null, Key)).Expect(HttpStatusCode.OK);
        }
    }
}
