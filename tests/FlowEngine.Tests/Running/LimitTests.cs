using FlowEngine.Conversations;
using FlowEngine.Support;
using Xunit;

namespace FlowEngine.Tests.Running;

public sealed class LimitTests
{
    private const string Loop = """
        a welcome > s
        s set > c
        c choose {"cases":[{"word":"stop","port":"output_1"}],"default_port":"output_2"} > e, s
        e end
        """;

    [Fact]
    public async Task Steps_OneMoreThanAllowed_Fails()
    {
        const string flow = "a welcome > b\nb set > e\ne end";

        Assert.Null((await new Chat(flow, limits: new() { MaxSteps = 3 }).SendAsync("hi")).Failure);
        var over = await new Chat(flow, limits: new() { MaxSteps = 2 }).SendAsync("hi");

        Assert.Equal(new TurnFailure("step_limit", "e", "more than 2 steps"), over.Failure);
    }

    [Fact]
    public async Task Steps_OfALoop_AreTheSmallestOfServiceTenantAndFlow()
    {
        var chat = new Chat(Loop, """{"maxSteps":50}""", new() { MaxSteps = 100 });
        Assert.Equal(50, (await chat.SendAsync("hi")).Trace.Count);

        chat.Tenant = chat.Tenant with { Settings = chat.Tenant.Settings with { Limits = new() { MaxSteps = 20 } } };
        Assert.Equal(20, (await chat.SendAsync("hi")).Trace.Count);
    }

    [Fact]
    public async Task Depth_OfAFlowThatCallsItself_Fails()
    {
        var chat = new Chat("a welcome > c\nc call {\"flow\":\"main\"} > e, e\ne end", limits: new() { MaxDepth = 4 });

        Assert.Equal("depth_limit", (await chat.SendAsync("hi")).Failure?.Code);
    }

    [Theory]
    [InlineData("s say {\"content\":\"0123456789\",\"times\":11} > e\ne end")]
    [InlineData("s say {\"content\":\"0123456789\",\"times\":10} > e\ne end {\"closing\":\"x\"}")]
    [InlineData("s say {\"content\":\"0123456789\",\"times\":10} > q\nq ask > e\ne end")]
    public async Task Output_LongerThanAllowed_FailsAlsoInTheLastNode(string rest)
    {
        var chat = new Chat($"a welcome > s\n{rest}", limits: new() { MaxOutput = 100 });

        var outcome = await chat.SendAsync("hi");

        Assert.Equal("output_limit", outcome.Failure?.Code);
        Assert.Equal("Sorry.", Chat.Texts(outcome));
    }

    [Fact]
    public async Task Output_AsLongAsAllowed_Passes()
    {
        var chat = new Chat("a welcome > s\ns say {\"content\":\"0123456789\",\"times\":10} > e\ne end", limits: new() { MaxOutput = 100 });

        Assert.Null((await chat.SendAsync("hi")).Failure);
    }

    [Theory]
    [InlineData(12, null)]
    [InlineData(11, "token_limit")]
    public async Task Tokens_MoreThanAllowed_Fail(int allowed, string? code)
    {
        var chat = new Chat("a welcome > m\nm model > e\ne end", limits: new() { MaxTokens = allowed });

        Assert.Equal(code, (await chat.SendAsync("hi")).Failure?.Code);
    }

    [Theory]
    [InlineData("0.012", null, null)]
    [InlineData("0.011", null, "cost_limit")]
    [InlineData("0.012", """{"maxCost":0.011}""", "cost_limit")]
    [InlineData("0.011", """{"maxCost":5}""", "cost_limit")]
    public async Task Cost_MoreThanAllowed_Fails(string allowed, string? settings, string? code)
    {
        var limits = new TurnLimits { MaxCost = decimal.Parse(allowed, System.Globalization.CultureInfo.InvariantCulture) };
        var chat = new Chat("a welcome > m\nm model > e\ne end", settings, limits, price: new(1000, 1000, "USD", "v1"));

        var outcome = await chat.SendAsync("hi");

        Assert.Equal(code, outcome.Failure?.Code);
        Assert.Equal(0.012m, outcome.Usage.Cost?.Amount);
    }

    [Fact]
    public async Task Time_UsedUp_FailsByNameAndKeepsTheMarkedMessages()
    {
        var chat = new Chat(
            "a welcome > s\ns say {\"content\":\"wait\"} > m\nm mark > w\nw slow {\"seconds\":100} > e, e\ne end",
            limits: new() { MaxDuration = TimeSpan.FromSeconds(5) });

        var running = chat.RunAsync(chat.Input("hi"));
        chat.Clock.AdvanceInPlace(TimeSpan.FromSeconds(4.9));
        Assert.False(running.IsCompleted);
        chat.Clock.AdvanceInPlace(TimeSpan.FromSeconds(0.1));
        var outcome = await running;

        Assert.Equal(new TurnFailure("time_limit", "w", "more than 5 s"), outcome.Failure);
        Assert.Equal("wait\nSorry.", Chat.Texts(outcome));
    }

    [Theory]
    [InlineData(6_500, null)]
    [InlineData(6_600, "state_too_large")]
    public async Task State_LargerThanAllowed_FailsByName(int times, string? code)
    {
        var chat = new Chat(
            $$"""
            a welcome > s
            s set {"value":"0123456789","times":{{times}},"scope":"conversation"} > e
            e end
            """,
            """{"fallbackText":{"en":"too much"}}""");

        var outcome = await chat.SendAsync("hi");

        Assert.Equal(code, outcome.Failure?.Code);
        Assert.Equal(code is null ? "" : "too much", Chat.Texts(outcome));
    }

    [Theory]
    [InlineData(48, null)]
    [InlineData(49, "state_too_large")]
    [InlineData(5_000, "state_too_large")]
    public async Task State_NestedDeeperThanCanBeReadAgain_FailsByName(int wraps, string? code)
    {
        var chat = new Chat($$"""
            a welcome > s
            s set {"value":"x","wraps":{{wraps}}} > q
            q ask > e
            e end
            """);

        Assert.Equal(code, (await chat.SendAsync("hi")).Failure?.Code);
    }
}
