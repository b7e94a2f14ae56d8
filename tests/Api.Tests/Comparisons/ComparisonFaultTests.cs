using System.Net.Http.Json;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>The database fails what comparisons need of it: no turn notices, and no comparison is lost.</summary>
public sealed class ComparisonFaultTests
{
    [Fact]
    public async Task ResultThatCannotBeWritten_StaysPendingAndIsMadeAgain()
    {
        var (faults, clock) = (new FaultySql { Fails = "UPDATE parallel_runs SET result" }, new MovedClock(MovedClock.Hurried));
        await using var shop = await StartAsync(faults, clock, "--FlowEngine:Comparisons:CandidateSeconds=1");

        Assert.Null((await shop.SayAsync("merhaba", "s")).Failure);
        await WaitAsync(() => faults.Failed > 0);
        Assert.Equal(1, await shop.CountAsync("result = 'pending' AND attempts = 1"));
        faults.Fails = null;
        clock.Advance(TimeSpan.FromMinutes(2));
        await shop.SettleAsync();

        Assert.Equal(1, await shop.CountAsync("result = 'matched' AND attempts = 2"));
        Assert.Equal([[1L]], await shop.Service.RowsAsync("SELECT runs FROM comparison_usage WHERE tenant_id > 0"));
    }

    [Fact]
    public async Task PendingOnesThatTheWorkerCannotRead_AreListedAndTakenWhenTheyCanBe()
    {
        var faults = new FaultySql { Fails = "MIN(p.id) FROM parallel_runs" };
        await using var shop = await StartAsync(faults, TimeProvider.System);

        Assert.Null((await shop.SayAsync("merhaba", "s")).Failure);
        await WaitAsync(() => faults.Failed > 0);
        using var client = shop.Service.Client("demo-engineer");
        JsonElement listed = default;
        for (var patience = 0; patience < 600 && (patience == 0 || listed.GetArrayLength() == 0); patience++)
        {
            await Task.Delay(50);
            listed = (await client.GetFromJsonAsync<JsonElement>(new Uri("/api/comparisons", UriKind.Relative))).GetProperty("items");
        }

        Assert.Equal("pending", Assert.Single(listed.EnumerateArray()).GetProperty("result").GetString());
        faults.Fails = null;
        await shop.SettleAsync();

        Assert.Equal(1, await shop.CountAsync("result = 'matched' AND attempts = 1"));
    }

    [Fact]
    public async Task BudgetThatCannotBeRead_IsNoFaultOfTheTurnAndIsReadAgain()
    {
        var (faults, clock) = (new FaultySql { Fails = "FROM comparison_usage" }, new MovedClock(MovedClock.Hurried));
        await using var shop = await StartAsync(
            faults, clock, "--FlowEngine:Comparisons:DayTokens=1000000", "--FlowEngine:Comparisons:CandidateSeconds=1");

        var reply = await shop.SayAsync("merhaba", "s");
        await WaitAsync(() => faults.Failed > 0);
        faults.Fails = null;
        clock.Advance(TimeSpan.FromMinutes(2));
        await shop.SettleAsync();

        Assert.Equal(("v2", null, "Merhaba."), (reply.Engine, reply.Failure, reply.Answer));
        Assert.Equal(1, await shop.CountAsync("result = 'matched' AND attempts = 2"));
    }

    private static async Task<ComparedShop> StartAsync(FaultySql faults, TimeProvider clock, params string[] settings)
    {
        var shop = await ComparedShop.ToldAsync(
            (_, _) => Task.FromResult("Merhaba."),
            builder =>
            {
                builder.Services.AddSingleton(clock);
                faults.Add(builder);
            },
            ["--FlowEngine:Comparisons:AgainstItself=0", .. settings]);
        await shop.TenantAsync("demo", "live", "Merhaba.");
        return shop;
    }

    private static async Task WaitAsync(Func<bool> isSo)
    {
        for (var patience = 0; patience < 600 && !isSo(); patience++)
        {
            await Task.Delay(50);
        }

        Assert.True(isSo());
    }
}
