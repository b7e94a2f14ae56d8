using System.Net;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Drawflow;
using FlowEngine.SampleExtension;

namespace FlowEngine.Api.Tests.Flows;

/// <summary>A service with the node types and rules of another assembly.</summary>
public sealed class ExtensionTests
{
    [Fact]
    public async Task Service_WithAnExtension_OffersChecksAndRunsWhatItBrings()
    {
        await using var service = await ServiceFixture.StartAsync(builder => builder.Services.AddSampleExtension());

        var nodes = (await service.GetAsync("/api/nodes", "demo-design")).Expect(HttpStatusCode.OK);
        var schema = (await service.GetAsync("/api/flows/schema", "demo-design")).Expect(HttpStatusCode.OK);
        var check = (await service.PostAsync("/api/flows/check", Flow("Write to shop@depo.example."), "demo-design")).Expect(HttpStatusCode.OK);

        Assert.Contains(nodes["items"].EnumerateArray(), node => node.GetProperty("name").GetString() == "opening_hours");
        Assert.True(schema["$defs"].TryGetProperty("opening_hours.configuration", out _));
        Assert.Equal(["sample_contact_written"], check["findings"].EnumerateArray().Select(finding => finding.GetProperty("code").GetString()));

        (await service.PutAsync("/api/flows/hours", Flow("We are open."), "demo-design")).Expect(HttpStatusCode.OK);
        (await service.PostAsync("/api/flows/hours/versions/1/publish", null, "demo-design")).Expect(HttpStatusCode.OK);
        var reply = (await service.ChatAsync("hello", "s1", "hours")).Expect(HttpStatusCode.OK);
        Assert.Contains(reply["messages"].EnumerateArray(), message => message.GetProperty("content").GetString() == "We are open.");
    }

    private static string Flow(string text) => new DrawflowBuilder()
        .Node("1", "opening_hours", new JsonObject { ["opens_at"] = 0, ["closes_at"] = 24 }, outputs: 2)
        .Node("2", "message", new JsonObject { ["content"] = text }).Node("3", "end", new JsonObject { ["closing_message"] = "Bye." }, outputs: 0)
        .Connect("1", 1, "2").Connect("1", 2, "3").Connect("2", 1, "3").Build().ToJson();
}
