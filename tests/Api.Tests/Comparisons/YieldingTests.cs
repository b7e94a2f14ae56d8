namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>Candidates give way to the turns that are under way in their process, but not for ever.</summary>
public sealed class YieldingTests
{
    private const int Users = 40;

    [Fact]
    public async Task Candidates_WhileATurnIsUnderWay_WaitForItsEnd()
    {
        var held = new TaskCompletionSource();
        await using var shop = await StartAsync(held.Task, "60000");
        var waiting = shop.SayAsync("wait", "held");
        await shop.SayAsync("hello", "quick");

        // Longer than the worker needs to see that a comparison waits.
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(1, await shop.PendingAsync());

        held.SetResult();
        await waiting;
        await shop.UntilAsync("result = 'matched'", count => count == 2);
    }

    [Fact]
    public async Task Candidates_WhileThereIsAlwaysATurnUnderWay_RunAllTheSame()
    {
        var held = new TaskCompletionSource();
        await using var shop = await StartAsync(held.Task, "50");
        var waiting = shop.SayAsync("wait", "held");

        await Task.WhenAll(Enumerable.Range(0, Users).Select(user => shop.SayAsync("hello", $"u{user}")));
        await shop.UntilAsync("result = 'matched'", count => count == Users);

        Assert.False(waiting.IsCompleted);
        held.SetResult();
        await waiting;
    }

    [Fact]
    public async Task Turns_WhileTooManyComparisonsWait_AreAnsweredAndCountedAsNotCompared()
    {
        var held = new TaskCompletionSource();
        await using var shop = await StartAsync(held.Task, "60000", "--FlowEngine:Comparisons:MaxBacklog=1");
        var waiting = shop.SayAsync("wait", "held");
        await shop.SayAsync("hello", "first");

        for (var turn = 0; await shop.CountAsync("result = 'skipped' AND skipped_reason = 'overload'") == 0; turn++)
        {
            Assert.InRange(turn, 0, 300);
            Assert.Equal("v1", (await shop.SayAsync("hello", $"more{turn}")).Engine);
            await Task.Delay(100);
        }

        held.SetResult();
        await waiting;
    }

    /// <summary>V1 answers with a model that thinks as long as the task takes where it is told to wait.</summary>
    private static async Task<ComparedShop> StartAsync(Task held, string milliseconds, params string[] settings)
    {
        var shop = await ComparedShop.ToldAsync(
            async (call, stopping) =>
            {
                await (call.Message == "wait" ? held.WaitAsync(stopping) : Task.CompletedTask);
                return "Merhaba";
            },
            null,
            [$"--FlowEngine:Comparisons:YieldMilliseconds={milliseconds}", "--FlowEngine:Comparisons:AgainstItself=0", .. settings]);
        await shop.Shop.PublishAsync(ComparedShop.Saying("Merhaba"));
        await shop.Shop.SetAsync("shadow");
        return shop;
    }
}
