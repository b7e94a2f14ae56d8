using System.Net;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class FindingEditTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Check_OfAMisspeltType_OffersAnEditThatFixesIt()
    {
        var json = JsonNode.Parse(SmallFlows.Faulty())!;
        var check = (await service.PostAsync("/api/flows/check", json.ToJsonString(), "demo-design")).Expect(HttpStatusCode.OK);

        var finding = check["findings"].EnumerateArray().Single(finding => finding.GetProperty("code").GetString() == "unknown_node_type");
        var edit = Assert.Single(finding.GetProperty("edits").EnumerateArray());
        Assert.Equal(("replace", "/drawflow/Home/data/1/name", "message"), (edit.GetProperty("op").GetString(), edit.GetProperty("path").GetString(), edit.GetProperty("value").GetString()));
        Assert.False(edit.TryGetProperty("from", out _));

        json["drawflow"]!["Home"]!["data"]!["1"]!["name"] = edit.GetProperty("value").GetString();
        var again = (await service.PostAsync("/api/flows/check", json.ToJsonString(), "demo-design")).Expect(HttpStatusCode.OK);
        Assert.Empty(again["findings"].EnumerateArray());
    }
}
