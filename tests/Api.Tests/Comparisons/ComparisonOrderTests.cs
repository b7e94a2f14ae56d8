using System.Net.Http.Headers;
using System.Text;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>Turns that come while a candidate runs, and clients that do not wait for their answer.</summary>
public sealed class ComparisonOrderTests
{
    private const string Good = "Merhaba.";

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("skip", null, "lagging", null)]
    [InlineData("wait", null, null, null)]
    public async Task CandidateThatLags_TheNextTurnIsSkippedOrWaits(string lagging, params string?[] reasons)
    {
        await using var shop = await ComparedShop.ToldAsync(
            AnswerAsync, null, "--FlowEngine:Comparisons:AgainstItself=0", $"--FlowEngine:Comparisons:Lagging={lagging}");
        await shop.TenantAsync("demo", "live", Good);

        await shop.SayAsync("wait", "s");
        await _asked.Task.ComesAsync("The question to the model");
        await shop.SayAsync("two", "s");
        Assert.Equal(2, await shop.PendingAsync());
        _answer.SetResult(Good);
        await shop.SettleAsync();
        await shop.SayAsync("three", "s");
        await shop.SettleAsync();

        Assert.Equal(reasons, (await shop.RunsAsync()).Select(run => (string?)run[5]));
        Assert.Equal(reasons.Select(reason => reason is null ? "matched" : "skipped"), (await shop.RunsAsync()).Select(run => (string?)run[4]));
    }

    [Fact]
    public async Task ClientThatLeaves_IsNotCompared_AndItsNextTurnIs()
    {
        await using var shop = await ComparedShop.ToldAsync(AnswerAsync, null, "--FlowEngine:Comparisons:AgainstItself=0");
        await shop.TenantAsync("demo", "shadow", Good);
        using var client = shop.Service.Client("demo-chat");
        using var leaves = new CancellationTokenSource();
        using var message = new StringContent(ChatApi.Body("wait", new { sessionId = "s" }), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

        var turn = client.PostAsync(ChatApi.Toggle, message, leaves.Token);
        await _asked.Task.ComesAsync("The question to the model");
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        await shop.UntilAsync("skipped_reason = 'cancelled'", count => count == 1);
        await shop.SayAsync("two", "s");
        await shop.SettleAsync();

        Assert.Equal([("skipped", "cancelled"), ("matched", null)], (await shop.RunsAsync()).Select(run => ((string)run[4]!, (string?)run[5])));
    }

    private async Task<string> AnswerAsync(ToldCall call, CancellationToken cancellationToken)
    {
        if (call.Message == "wait")
        {
            _asked.TrySetResult();
            await _answer.Task.WaitAsync(cancellationToken);
        }

        return Good;
    }
}
