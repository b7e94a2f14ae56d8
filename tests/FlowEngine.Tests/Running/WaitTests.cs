using FlowEngine.Conversations;
using FlowEngine.Support;
using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class WaitTests
{
    [Fact]
    public async Task Message_IsAnAnswerOnlyOfTheNodeThatWaited()
    {
        var chat = new Chat("""
            a ask {"prompt":"first","key":"one"} > b
            b ask {"prompt":"second","key":"two"} > s
            s say {"content":"got ","show":"message"} > e
            e end
            """);

        Assert.Equal("first0", await chat.SayAsync("this is no answer"));
        Assert.Equal("second0", await chat.SayAsync("A"));
        Assert.Equal(["one"], chat.State.Vars.Keys);
        Assert.Equal("got B", await chat.SayAsync("B"));
        Assert.Equal("B", chat.State.Vars["two"].Text);
    }

    [Fact]
    public async Task Refused_Answers_CountAndKeepTheBeginningOfTheWait()
    {
        var chat = new Chat("a ask {\"refuse\":\"no\",\"timeout_minutes\":5} > e\ne end");
        await chat.SendAsync("hi");
        var since = chat.State.Walk!.WaitingSince;
        chat.Clock.AdvanceInPlace(TimeSpan.FromMinutes(2));

        await chat.SendAsync("no");

        Assert.Equal(since, chat.State.Walk.WaitingSince);
        Assert.Equal(1, chat.State.Walk.Attempts);
        Assert.Equal(since + TimeSpan.FromMinutes(7), chat.State.Walk.ExpiresAt);
    }

    [Fact]
    public async Task TimeOut_WithAConnectedPort_GoesOnThere()
    {
        var chat = new Chat("""
            a ask {"key":"one","timeout_minutes":5,"refuse":"no"} > e, -, t
            t ask {"prompt":"are you there?","key":"two"} > e
            e end
            """);
        await chat.SendAsync("hi");
        await chat.SendAsync("no");

        var outcome = await chat.TimeOutAsync();

        Assert.Equal("are you there?0", Chat.Texts(outcome));
        Assert.Equal("timeout", outcome.Trace[0].PortName);
        Assert.Equal(0, chat.State.Walk!.Attempts);
        Assert.Null(chat.State.Walk.ExpiresAt);
        await chat.SendAsync("yes");
        Assert.Equal("yes", chat.State.Vars["two"].Text);
    }

    [Fact]
    public async Task TimeOut_OfANodeTypeThatWasSwitchedOff_FailsByName()
    {
        var chat = new Chat("""
            a ask {"timeout_minutes":5} > e, -, s
            s say {"content":"too late"} > e
            e end
            """);
        await chat.SendAsync("hi");
        chat.Tenant = chat.Tenant with { DisabledNodeTypes = new HashSet<string> { "ask" } };

        var outcome = await chat.TimeOutAsync();

        Assert.Equal(new TurnFailure("node_type_disabled", "a"), outcome.Failure);
        Assert.Empty(outcome.Messages);
    }

    [Theory]
    [InlineData("""a ask {"timeout_minutes":5} > e""")]
    [InlineData("""a ask {"timeout_minutes":5} > e, -, -""")]
    public async Task TimeOut_WithoutAConnectedPort_WaitsOnForEver(string ask)
    {
        var chat = new Chat($"{ask}\ne end");
        await chat.SendAsync("hi");
        var before = chat.State.Walk!;
        Assert.NotNull(before.ExpiresAt);

        var outcome = await chat.TimeOutAsync();

        Assert.Empty(outcome.Messages);
        Assert.Null(outcome.Failure);
        Assert.Equal("a", outcome.WaitingNodeId);
        Assert.Null(chat.State.Walk!.ExpiresAt);
        Assert.Equal(before.WaitingSince, chat.State.Walk.WaitingSince);
        await chat.SendAsync("late");
        Assert.Equal("late", chat.State.Vars["answer"].Text);
    }

    [Fact]
    public async Task TimeOut_OfAConversationThatDoesNotWait_SaysNothing()
    {
        var chat = new Chat("a welcome > e\ne end");
        await chat.SendAsync("hi");

        var outcome = await chat.TimeOutAsync();

        Assert.Equal("not_waiting", outcome.Failure?.Code);
        Assert.Empty(outcome.Messages);
        Assert.Equal(ConversationStatus.Ended, outcome.Status);
    }

    [Fact]
    public async Task TimeOut_AndThenTheLateMessage_IsTheSameAsTheTimerFirst()
    {
        const string flow = """
            a ask {"key":"one","timeout_minutes":5} > e, -, s
            s say {"content":"too late"} > f
            f end
            e end
            """;
        var chat = new Chat(flow);
        await chat.SendAsync("hi");

        Assert.Equal("too late", await chat.SayAsync(null));
        Assert.Equal("?0", await chat.SayAsync("late message"));
        Assert.DoesNotContain("one", chat.State.Vars.Keys);
    }
}
