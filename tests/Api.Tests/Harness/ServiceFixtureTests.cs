using System.Net;

namespace FlowEngine.Api.Tests.Harness;

public sealed class ServiceFixtureTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Start_OnNewFile_IsReady()
    {
        var answer = await service.GetAsync("/api/health/ready", key: null);

        Assert.Equal("ready", answer.Expect(HttpStatusCode.OK)["status"].GetString());
    }

    [Fact]
    public async Task Chat_OfDemoTenant_IsAnsweredAndStored()
    {
        var answer = (await service.ChatAsync("Merhaba", "fixture")).Expect(HttpStatusCode.OK);

        Assert.NotEmpty(answer["messages"].EnumerateArray());
        Assert.Equal(1, service.Database.Count("ai_conversation_messages WHERE content = 'Merhaba'"));
    }
}
