using FlowEngine.Api.Tests.Misbehaviour;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>What counts as busy: processors that are taken, not users who wait.</summary>
[Collection(AloneInTheProcess.Name)]
public sealed class BusyProcessTests
{
    private const string Shed = "result = 'skipped' AND skipped_reason = 'overload'";
    private const int Users = 40;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Turns_WhileTheProcessorsAreTaken_AreAnsweredAndCountedAsNotCompared()
    {
        await using var shop = await ComparedShop.StartAsync(null, "--FlowEngine:Comparisons:BusyPercent=60", "--FlowEngine:Comparisons:AgainstItself=0");
        await shop.Shop.SetAsync("shadow");
        await TalkUntilAsync(shop, "quiet", "result IN ('matched', 'mismatched')", 0);
        var before = await shop.CountAsync(Shed);

        using var burning = new CancellationTokenSource();
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Burn(burning.Token)) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        await TalkUntilAsync(shop, "busy", Shed, before);
        await burning.CancelAsync();
        threads.ForEach(thread => thread.Join());
    }

    [Fact]
    public async Task Turns_OfManyUsersWhoWaitForAModel_AreCompared()
    {
        await using var shop = await ComparedShop.ToldAsync(
            async (call, stopping) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1000 + (50 * int.Parse(call.Message, null))), stopping);
                return "Merhaba";
            },
            null,
            "--FlowEngine:Comparisons:BusyPercent=60",
            "--FlowEngine:Comparisons:AgainstItself=0");
        await shop.Shop.PublishAsync(ComparedShop.Saying("Merhaba"));
        await shop.Shop.SetAsync("shadow");
        await shop.SayAsync("0", "first");

        await Task.WhenAll(Enumerable.Range(1, Users).Select(user => shop.SayAsync($"{user}", $"u{user}")));
        await shop.SettleAsync();

        // Most of them were waiting together all the time.
        Assert.InRange(await shop.CountAsync("result = 'matched'"), Users * 3 / 4, Users + 1);
    }

    /// <summary>Until there are more such comparisons than before.</summary>
    private static async Task TalkUntilAsync(ComparedShop shop, string session, string where, int before)
    {
        var end = DateTime.UtcNow + s_patience;
        while (await shop.CountAsync(where) <= before)
        {
            Assert.True(DateTime.UtcNow < end, $"still none: {where}");
            Assert.Equal("v1", (await shop.SayAsync("merhaba", session)).Engine);
        }
    }

    private static void Burn(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Thread.SpinWait(1000);
        }
    }
}
