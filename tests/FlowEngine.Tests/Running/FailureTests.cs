using FlowEngine.Conversations;
using FlowEngine.Support;
using FlowEngine.Tests.Running.TestNodes;
using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class FailureTests
{
    [Fact]
    public async Task Failure_WithConnectedErrorPort_GoesThere()
    {
        var chat = new Chat("""
            a welcome > b
            b boom > e, s
            s say {"content":"saved"} > e
            e end
            """);

        var outcome = await chat.SendAsync("hi");

        Assert.Equal("saved", Chat.Texts(outcome));
        Assert.Null(outcome.Failure);
        Assert.Equal(new TurnFailure("boom", "b", "on purpose"), outcome.Trace[1].Fault);
    }

    [Theory]
    [InlineData("b boom > e")]
    [InlineData("b boom > e, -")]
    [InlineData("""b boom {"on_error":"fail"} > e, e""")]
    public async Task Failure_WithNothingThatTakesIt_FailsTheWalkAndLeavesTheState(string boom)
    {
        var chat = new Chat($$"""
            a welcome > q
            q ask {"key":"name"} > s
            s set {"name":"x","value":"1","scope":"conversation"} > t
            t say {"content":"never sent"} > b
            {{boom}}
            e end
            """);
        await chat.SendAsync("hi");
        var before = chat.State;

        var outcome = await chat.SendAsync("Ada");

        Assert.Equal(new TurnFailure("boom", "b", "on purpose"), outcome.Failure);
        Assert.Equal("Sorry.", Chat.Texts(outcome));
        Assert.Equal(MessageKind.Fallback, outcome.Messages[0].Kind);
        Assert.Same(before, outcome.State);
        Assert.Null(outcome.StateJson);
        Assert.Equal("q", outcome.WaitingNodeId);
        Assert.Equal(ConversationStatus.Waiting, outcome.Status);
    }

    [Fact]
    public async Task Failure_OfTheFirstWalk_LeavesTheConversationOpen()
    {
        var chat = new Chat("a welcome > b\nb boom > e\ne end");

        Assert.Equal(ConversationStatus.Open, (await chat.SendAsync("hi")).Status);
    }

    [Fact]
    public async Task Failure_WithAFallbackTextOfTheFlow_SaysThat()
    {
        var chat = new Chat("a welcome > b\nb boom > e\ne end", """{"fallbackText":{"en":"The flow is sorry."}}""");

        Assert.Equal("The flow is sorry.", await chat.SayAsync("hi"));
    }

    [Fact]
    public async Task OnErrorContinue_WithDefault_SetsItAndGoesOn()
    {
        var chat = new Chat("""
            a welcome > b
            b boom {"on_error":"continue","default":{"x":5}} > s
            s say {"content":"x is ","show":"walk.x"} > e
            e end
            """);

        Assert.Equal("x is 5", await chat.SayAsync("hi"));
    }

    [Fact]
    public async Task Throwing_InANode_IsAFailureThatTellsTheUserNothing()
    {
        var chat = new Chat("a welcome > b\nb boom {\"throws\":true} > e\ne end");

        var outcome = await chat.SendAsync("hi");

        Assert.Equal(new TurnFailure("node_failed", "b", "InvalidDataException"), outcome.Failure);
        Assert.Equal("Sorry.", Chat.Texts(outcome));
    }

    [Fact]
    public async Task Retry_UntilItWorks_TriesAsOftenAsAllowed()
    {
        var flaky = new FlakyNode();
        var chat = new Chat("a welcome > f\nf flaky {\"failures\":2,\"retry\":{\"attempts\":3,\"backoff_ms\":100}} > e\ne end", flaky: flaky);

        var running = chat.RunAsync(chat.Input("hi"));
        Assert.Equal(1, flaky.Calls);
        chat.Clock.AdvanceInPlace(TimeSpan.FromMilliseconds(99));
        Assert.Equal(1, flaky.Calls);
        chat.Clock.AdvanceInPlace(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, flaky.Calls);
        chat.Clock.AdvanceInPlace(TimeSpan.FromMilliseconds(199));
        Assert.Equal(2, flaky.Calls);
        chat.Clock.AdvanceInPlace(TimeSpan.FromMilliseconds(1));

        Assert.Null((await running).Failure);
        Assert.Equal(3, flaky.Calls);
    }

    [Fact]
    public async Task Retry_UsedUp_FailsAndCountsWhatEveryTrySpent()
    {
        var chat = new Chat("a welcome > b\nb boom {\"tokens\":7,\"retry\":{\"attempts\":3,\"backoff_ms\":0}} > e\ne end");

        var running = chat.RunAsync(chat.Input("hi"));
        chat.Clock.AdvanceInPlace(TimeSpan.FromSeconds(1));
        var outcome = await running;

        Assert.Equal("boom", outcome.Failure?.Code);
        Assert.Equal(21, outcome.Usage.OutputTokens);
    }

    [Fact]
    public async Task Timeout_OfANode_IsAFailureOfThatNode()
    {
        var chat = new Chat("a welcome > s\ns slow {\"timeout_ms\":1000} > e, x\nx say {\"content\":\"late\"} > e\ne end");

        var running = chat.RunAsync(chat.Input("hi"));
        chat.Clock.AdvanceInPlace(TimeSpan.FromMilliseconds(999));
        Assert.False(running.IsCompleted);
        chat.Clock.AdvanceInPlace(TimeSpan.FromMilliseconds(1));
        var outcome = await running;

        Assert.Equal("late", Chat.Texts(outcome));
        Assert.Equal("node_timeout", outcome.Trace[1].Fault?.Code);
    }

    [Fact]
    public async Task Cancelled_WhileANodeRuns_StoresNothing()
    {
        var chat = new Chat("a welcome > t\nt say {\"content\":\"x\"} > m\nm mark > s\ns slow > e\ne end");
        using var cancelling = new CancellationTokenSource();

        var running = chat.RunAsync(chat.Input("hi"), cancelling.Token);
        await cancelling.CancelAsync();
        var outcome = await running;

        Assert.Equal("cancelled", outcome.Failure?.Code);
        Assert.Empty(outcome.Messages);
        Assert.Null(outcome.StateJson);
    }
}
