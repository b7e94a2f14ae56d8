using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class MoveTests
{
    [Fact]
    public async Task Continue_ToTheEnd_SaysEverythingAndEnds()
    {
        var chat = new Chat("""
            a welcome > b
            b say {"content":"one"} > c
            c say {"content":"two"} > d
            d end {"closing":"bye"}
            """);

        var outcome = await chat.SendAsync("hi");

        Assert.Equal("one\ntwo\nbye", Chat.Texts(outcome));
        Assert.Equal(ConversationStatus.Ended, outcome.Status);
        Assert.Null(outcome.State.Walk);
        Assert.Null(outcome.WaitingNodeId);
        Assert.Equal("main", outcome.Flow?.Name);
        Assert.Equal(["a", "b", "c", "d"], outcome.Trace.Select(step => step.Node.NodeId));
        Assert.Equal(["next", "next", "next", null], outcome.Trace.Select(step => step.PortName));
        Assert.Equal(3, outcome.Messages.Select(message => message.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("red please", "R")]
    [InlineData("blue please", "B")]
    [InlineData("neither", "D")]
    public async Task Choose_EveryCase_TakesThePortThatTheEntryNames(string message, string said)
    {
        // The entries name their outputs in another order than they stand in.
        var chat = new Chat("""
            a welcome > c
            c choose {"cases":[{"word":"red","port":"output_2"},{"word":"blue","port":"output_1"}],"default_port":"output_3"} > b, r, d
            b say {"content":"B"} > e
            r say {"content":"R"} > e
            d say {"content":"D"} > e
            e end
            """);

        Assert.Equal(said, await chat.SayAsync(message));
    }

    [Theory]
    [InlineData("""c choose {"cases":[{"word":"red","port":"output_1"}]} > e""")]
    [InlineData("""c choose {"cases":[{"word":"red","port":"output_1"}],"default_port":"output_2"} > e, -""")]
    public async Task Choose_DefaultNotThere_FailsWithNoCase(string choose)
    {
        var chat = new Chat($"a welcome > c\n{choose}\ne end");

        var outcome = await chat.SendAsync("blue");

        Assert.Equal("no_case", outcome.Failure?.Code);
        Assert.Equal("c", outcome.Failure?.NodeId);
        Assert.Equal("Sorry.", Chat.Texts(outcome));
    }

    [Theory]
    [InlineData("n say {\"content\":\"none\"} > e", "f find > y, n", "none")]
    [InlineData("", "f find > y, -", "some")]
    [InlineData("", "f find > y", "some")]
    public async Task NotFound_ConnectedOrNot_TakesItOrTheFirstPort(string none, string find, string said)
    {
        var chat = new Chat($$"""
            a welcome > f
            {{find}}
            y say {"content":"some"} > e
            {{none}}
            e end
            """);

        Assert.Equal(said, await chat.SayAsync("nothing like it"));
    }

    [Fact]
    public async Task GaveUp_NotConnected_GoesOnAtTheFirstPort()
    {
        var chat = new Chat("""
            a welcome > q
            q ask {"refuse":"no","max_attempts":2} > e
            e end {"closing":"bye"}
            """);
        await chat.SendAsync("hi");

        Assert.Equal("?1", await chat.SayAsync("no"));
        Assert.Equal(1, chat.State.Walk?.Attempts);
        Assert.Equal("bye", await chat.SayAsync("no"));
        Assert.DoesNotContain("answer", chat.State.Vars.Keys);
    }

    [Fact]
    public async Task Jump_ToALoop_GoesOnThere()
    {
        var chat = new Chat("""
            a welcome > q
            q ask > c
            c choose {"cases":[{"word":"again","port":"output_1"}],"default_port":"output_2"} > j, e
            j jump {"target":"q"}
            e end
            """);
        await chat.SendAsync("hi");

        Assert.Equal("?0", await chat.SayAsync("again"));
        Assert.Equal(ConversationStatus.Waiting, chat.Status);
        await chat.SayAsync("done");
        Assert.Equal(ConversationStatus.Ended, chat.Status);
    }

    [Fact]
    public async Task ResetConversation_AtTheEnd_ForgetsWhatPersisted()
    {
        var chat = new Chat("""
            a welcome > s
            s set {"name":"x","value":"1","scope":"conversation"} > c
            c choose {"cases":[{"word":"forget","port":"output_1"}],"default_port":"output_2"} > f, e
            f end {"reset":true}
            e end
            """);

        await chat.SendAsync("keep");
        Assert.Equal("1", chat.State.Vars["x"].Text);
        await chat.SendAsync("forget");
        Assert.Empty(chat.State.Vars);
    }

    [Fact]
    public async Task SetLanguage_InTheConversation_IsTheLanguageOfTheRestOfTheTurn()
    {
        var chat = new Chat("""
            a welcome > s
            s set {"name":"language","value":"tr","scope":"conversation"} > q
            q ask > b
            b boom > e
            e end
            """);

        Assert.Equal("tr", (await chat.SendAsync("hi")).Language);
        Assert.Equal("Üzgünüm.", await chat.SayAsync("next"));
    }

    [Fact]
    public async Task NewWalk_AfterTheEnd_BeginsAtTheStartOfTheNewestVersion()
    {
        var chat = new Chat("a welcome > b\nb say {\"content\":\"v1\"} > e\ne end");
        Assert.Equal("v1", await chat.SayAsync("hi"));
        chat.Add("main", "a welcome > b\nb say {\"content\":\"v2\"} > e\ne end");

        Assert.Equal("v2", await chat.SayAsync("hi"));
    }

    [Fact]
    public async Task Turn_WithoutAFlow_FailsByName()
    {
        var chat = new Chat("a welcome > e\ne end");

        var none = await chat.RunAsync(chat.Input("hi") with { Flow = null });
        var gone = await chat.RunAsync(chat.Input("hi") with { Flow = new(99, "main", 9) });

        Assert.Equal("flow_not_found", none.Failure?.Code);
        Assert.Equal("flow_not_found", gone.Failure?.Code);
    }

    [Fact]
    public async Task NodeType_SwitchedOffWhileTheWalkWaits_FailsByName()
    {
        var chat = new Chat("a welcome > q\nq ask > e\ne end");
        await chat.SendAsync("hi");
        chat.Tenant = chat.Tenant with { DisabledNodeTypes = new HashSet<string> { "ask" } };

        var outcome = await chat.SendAsync("Ada");

        Assert.Equal("node_type_disabled", outcome.Failure?.Code);
        Assert.Equal(ConversationStatus.Waiting, outcome.Status);
        Assert.Equal("q", outcome.WaitingNodeId);
    }
}
