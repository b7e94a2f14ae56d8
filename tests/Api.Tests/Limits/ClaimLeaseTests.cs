using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Tests.Limits;

public sealed class ClaimLeaseTests
{
    private const string MaxSeconds = "FlowEngine:Limits:MaxSeconds";

    [Theory]
    [InlineData(1, 180)]
    [InlineData(60, 180)]
    [InlineData(600, 1260)]
    public void Lease_AnyLimit_OutlivesTheLongestTurnOfBothEngines(int seconds, int lease) =>
        Assert.Equal(TimeSpan.FromSeconds(lease), TurnClaim.Lease(new LimitOptions { MaxSeconds = seconds }.ToTurnLimits()));

    [Fact]
    public async Task Plan_LimitLoweredWithoutARestart_LeasesForAsLongAsTurnsStillMayRun()
    {
        await using var service = await ServiceFixture.StartAsync(
            builder => builder.Configuration.AddInMemoryCollection([new(MaxSeconds, "600")]));
        var settings = (IConfigurationRoot)service.Services.GetRequiredService<IConfiguration>();
        settings[MaxSeconds] = "60";
        settings.Reload();
        Assert.Equal(60, service.Services.GetRequiredService<IOptionsMonitor<ChatOptions>>().CurrentValue.Limits.MaxSeconds);

        var tenant = (await service.Services.GetRequiredService<TenantDirectory>().FindAsync("demo", CancellationToken.None))!;
        var incoming = new IncomingTurn(new(tenant, "test", null), new() { Content = "Merhaba" }, null, "key-1", "hash");
        using var ticket = new QueueTicket(null, Guid.CreateVersion7(), "s1", null);
        var (turn, _) = await service.Services.GetRequiredService<TurnPlanner>().PlanAsync(incoming, tenant, ticket, CancellationToken.None);

        Assert.Equal(TimeSpan.FromSeconds(1260), turn!.Claim!.LeaseUntil - turn.Claim.Now);
    }
}
