using System.Net;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Drawflow;

namespace FlowEngine.Api.Tests.Outgoing;

public sealed class HostCheckTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Check_OfAWebhookToAHostThatIsNotListed_FindsIt()
    {
        var flow = new DrawflowBuilder()
            .Node("1", "webhook", new JsonObject { ["url"] = "https://other.example/" }, 2)
            .Node("2", "end", new JsonObject { ["closing_message"] = "Done." }, outputs: 0)
            .Connect("1", 1, "2").Connect("1", 2, "2");

        var answer = (await service.PostAsync("/api/flows/check", JsonNode.Parse(flow.Build().ToJson()), "demo-design")).Expect(HttpStatusCode.OK);

        var finding = Assert.Single(answer["findings"].EnumerateArray());
        Assert.Equal(("host_not_allowed", "error", "1"), (Text("code"), Text("severity"), Text("nodeId")));

        string? Text(string name) => finding.GetProperty(name).GetString();
    }
}
