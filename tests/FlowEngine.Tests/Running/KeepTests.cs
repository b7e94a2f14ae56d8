using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class KeepTests
{
    [Fact]
    public async Task Failure_AfterAMark_KeepsWhatWasBeforeTheLastOne()
    {
        var chat = new Chat("""
            a welcome > s1
            s1 say {"content":"one"} > l1
            l1 lead {"name":"first"} > m1
            m1 mark > s2
            s2 say {"content":"two"} > l2
            l2 lead {"name":"second"} > m2
            m2 mark > s3
            s3 say {"content":"three"} > l3
            l3 lead {"name":"third"} > v
            v set {"name":"x","value":"1","scope":"conversation"} > b
            b boom > e
            e end
            """);

        var outcome = await chat.SendAsync("hi");

        Assert.Equal("one\ntwo\nSorry.", Chat.Texts(outcome));
        Assert.Equal(["first", "second"], outcome.Effects.Select(effect => effect.Payload.Text));
        Assert.Empty(outcome.State.Vars);
    }

    [Fact]
    public async Task Failure_AfterAKeptMessageWasReplaced_KeepsItAsItWasMarked()
    {
        var chat = new Chat("""
            a welcome > s
            s say {"content":"marked"} > m
            m mark > c
            c correct {"content":"replaced later"} > b
            b boom > e
            e end
            """);

        Assert.Equal("marked\nSorry.", await chat.SayAsync("hi"));
    }

    [Fact]
    public async Task Success_WithoutAMark_KeepsEverything()
    {
        var chat = new Chat("a welcome > s\ns say {\"content\":\"x\"} > l\nl lead {\"name\":\"n\"} > c\nc correct {\"content\":\"y\"} > e\ne end");

        var outcome = await chat.SendAsync("hi");

        Assert.Equal("y", Chat.Texts(outcome));
        Assert.Single(outcome.Effects);
        Assert.Equal($"{new Guid(1, 0, 0, new byte[8]):N}:l:1", outcome.Effects[0].Key);
    }
}
