using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class SubFlowTests
{
    private const string Caller = """
        a welcome > s
        s set {"name":"mine","value":"m"} > c
        c call {"flow":"#Sub","inputs":{"given":"walk.mine"},"outputs":{"made":"result"}} > r, x
        r say {"content":"back:","show":"walk.result"} > r2
        r2 say {"content":"leak:","show":"walk.inner"} > r3
        r3 say {"content":"shared:","show":"conversation.shared"} > e
        x say {"content":"caught"} > e
        e end
        """;

    [Fact]
    public async Task Variables_CrossOnlyAsDeclared_AndTheConversationIsShared()
    {
        var chat = new Chat(Caller + """

            # Sub
            b say {"content":"given:","show":"walk.given"} > b2
            b2 say {"content":"caller's:","show":"walk.mine"} > b3
            b3 set {"name":"made","value":"m2"} > b4
            b4 set {"name":"inner","value":"i"} > b5
            b5 set {"name":"shared","value":"s","scope":"conversation"} > f
            f end
            """);

        Assert.Equal("given:m\ncaller's:\nback:m2\nleak:\nshared:s", await chat.SayAsync("hi"));
    }

    [Fact]
    public async Task Wait_InsideASubFlow_SurvivesStoredState()
    {
        var chat = new Chat(Caller + """

            # Sub
            b set {"name":"inner","value":"i"} > q
            q ask {"key":"made","scope":"walk"} > b2
            b2 say {"content":"kept:","show":"walk.given"} > f
            f end
            """);

        var first = await chat.SendAsync("hi");
        Assert.Equal(["c", "q"], first.State.Walk!.Frames.Select(frame => frame.NodeId));
        Assert.Equal(["Home", "Sub"], first.State.Walk.Frames.Select(frame => frame.Module));
        Assert.Equal("q", first.WaitingNodeId);

        Assert.Equal("kept:m\nback:Ada\nleak:\nshared:", await chat.SayAsync("Ada"));
    }

    [Fact]
    public async Task Failure_TwoFlowsDeep_GoesToTheOutermostErrorPort()
    {
        var chat = new Chat(Caller + """

            # Sub
            b set {"name":"made","value":"lost"} > c2
            c2 call {"flow":"#Deep"} > f
            f end
            # Deep
            d welcome > k
            k boom > g
            g end
            """);

        var outcome = await chat.SendAsync("hi");

        Assert.Equal("caught", Chat.Texts(outcome));
        Assert.Null(outcome.Failure);
    }

    [Fact]
    public async Task Failure_TwoFlowsDeep_IsTakenByTheInnermostErrorPortThatIsConnected()
    {
        var chat = new Chat(Caller + """

            # Sub
            b welcome > c2
            c2 call {"flow":"#Deep"} > f, h
            h set {"name":"made","value":"mended"} > f
            f end
            # Deep
            d welcome > k
            k boom > g
            g end
            """);

        Assert.Equal("back:mended\nleak:\nshared:", await chat.SayAsync("hi"));
    }

    [Fact]
    public async Task Version_OfASubFlow_IsFixedWhenItIsCalled()
    {
        var chat = new Chat("""
            a welcome > c
            c call {"flow":"other"} > e
            e end
            """);
        chat.Add("other", "b welcome > q\nq ask > s\ns say {\"content\":\"old\"} > f\nf end");
        await chat.SendAsync("hi");
        chat.Add("other", "b welcome > q\nq ask > s\ns say {\"content\":\"new\"} > f\nf end");
        chat.Add("main", "a welcome > c\nc call {\"flow\":\"other\"} > n\nn say {\"content\":\"new caller\"} > e\ne end");

        Assert.Equal("old", await chat.SayAsync("answer"));
        await chat.SendAsync("again");
        Assert.Equal("new\nnew caller", await chat.SayAsync("answer"));
    }

    [Fact]
    public async Task Call_OfAFlowThatIsNotActive_IsAFailureOfTheCaller()
    {
        var chat = new Chat("a welcome > c\nc call {\"flow\":\"nowhere\"} > e\ne end");

        var outcome = await chat.SendAsync("hi");

        Assert.Equal("flow_not_found", outcome.Failure?.Code);
        Assert.Equal("c", outcome.Failure?.NodeId);
    }

    [Fact]
    public async Task Failure_AfterAWaitInASubFlowWithOtherSettings_SaysTheOutermostFallback()
    {
        var chat = new Chat("a welcome > c\nc call {\"flow\":\"other\"} > e\ne end", """{"fallbackText":{"en":"outer"}}""");
        chat.Add("other", "b welcome > q\nq ask > k\nk boom > f\nf end", """{"fallbackText":{"en":"inner"}}""");
        await chat.SendAsync("hi");

        Assert.Equal("outer", await chat.SayAsync("answer"));
    }

    [Fact]
    public async Task Resume_AtANodeThatIsGone_FailsByNameAndKeepsTheState()
    {
        var chat = new Chat("a welcome > q\nq ask > e\ne end");
        await chat.SendAsync("hi");
        var walk = chat.State.Walk!;
        var moved = chat.State with { Walk = walk with { Frames = [walk.Frames[0] with { NodeId = "gone" }] } };

        var outcome = await chat.RunAsync(chat.Input("answer") with { State = moved });

        Assert.Equal(FailureCodes.NodeNotFound, outcome.Failure?.Code);
        Assert.Same(moved, outcome.State);
    }
}
