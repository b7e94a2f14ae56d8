using System.Net;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_FollowsTheSchema_AliveDoesNot()
    {
        await using var service = await ChatService.StartAsync();
        var api = service.Api(null);
        Assert.Equal("ready", (await api.GetAsync("/api/health/ready")).GetProperty("status").GetString());

        await service.ExecuteAsync("ALTER TABLE leads RENAME TO leads_elsewhere");

        Assert.Equal("not_ready", (await api.GetAsync("/api/health/ready", HttpStatusCode.ServiceUnavailable)).GetProperty("status").GetString());
        Assert.Equal("ok", (await api.GetAsync("/api/health")).GetProperty("status").GetString());
    }
}
