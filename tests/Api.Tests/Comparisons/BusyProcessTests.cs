namespace FlowEngine.Api.Tests.Comparisons;

public sealed class BusyProcessTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Turns_WhileTheProcessorsAreTaken_AreAnsweredAndCountedAsNotCompared()
    {
        await using var shop = await ComparedShop.StartAsync(null, "--FlowEngine:Comparisons:BusyPercent=1", "--FlowEngine:Comparisons:AgainstItself=0");
        await shop.Shop.SetAsync("shadow");

        using (var burning = new CancellationTokenSource())
        {
            var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Burn(burning.Token)) { IsBackground = true }).ToList();
            threads.ForEach(thread => thread.Start());
            var end = DateTime.UtcNow + s_patience;
            while (await shop.CountAsync("result = 'skipped' AND skipped_reason = 'overload'") == 0)
            {
                Assert.True(DateTime.UtcNow < end, "every turn asked for a comparison");
                Assert.Equal("v1", (await shop.SayAsync("merhaba", "s")).Engine);
            }

            await burning.CancelAsync();
            threads.ForEach(thread => thread.Join());
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
