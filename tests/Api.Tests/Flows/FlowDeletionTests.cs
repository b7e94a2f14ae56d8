using System.Net;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Flows;

public sealed class FlowDeletionTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Key = "demo-design";

    [Fact]
    public async Task Delete_OfDraft_TakesItOutOfLists()
    {
        await service.PutAsync("/api/flows/draft", SmallFlows.Saying("x"), Key);

        (await service.DeleteAsync("/api/flows/draft", Key)).Expect(HttpStatusCode.NoContent);

        (await service.GetAsync("/api/flows/draft", Key)).Expect(HttpStatusCode.NotFound);
        (await service.DeleteAsync("/api/flows/draft", Key)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Delete_OfDefaultFlow_IsRefused() =>
        Assert.Equal("flow_in_use", (await service.DeleteAsync("/api/flows/shop-assistant", Key)).Expect(HttpStatusCode.Conflict).Code);

    [Fact]
    public async Task Delete_WhileAConversationWaits_IsRefusedUntilItIsDone()
    {
        await PublishAsync("asking", SmallFlows.Asking());
        var asked = (await service.ChatAsync("hello", "deletion", "asking")).Expect(HttpStatusCode.OK);

        var refused = await service.DeleteAsync("/api/flows/asking", Key);
        await service.ChatAsync("Ankara", "deletion");
        var deleted = await service.DeleteAsync("/api/flows/asking", Key);

        Assert.Equal("waiting", asked["status"].GetString());
        Assert.Equal("flow_in_use", refused.Expect(HttpStatusCode.Conflict).Code);
        deleted.Expect(HttpStatusCode.NoContent);
        (await service.ChatAsync("hello", "deletion-2", "asking")).Expect(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Delete_OfFlowThatAnotherCalls_IsRefused()
    {
        await PublishAsync("called", SmallFlows.Saying("x"));
        await PublishAsync("calling", SmallFlows.Calling("called"));

        var refused = await service.DeleteAsync("/api/flows/called", Key);

        Assert.Equal("flow_in_use", refused.Expect(HttpStatusCode.Conflict).Code);
        Assert.Contains("calling", refused["detail"].GetString(), StringComparison.Ordinal);
    }

    private async Task PublishAsync(string name, string document)
    {
        (await service.PutAsync($"/api/flows/{name}", document, Key)).Expect(HttpStatusCode.OK);
        (await service.PostAsync($"/api/flows/{name}/versions/1/publish", null, Key)).Expect(HttpStatusCode.OK);
    }
}
