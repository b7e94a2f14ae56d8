using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Conversations;
using FlowEngine.Faults;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>What hangs does not outlive the turn, however patient its own settings are.</summary>
public sealed class TimeLimitTests : IAsyncLifetime
{
    private FaultyService _faulty = null!;

    public async Task InitializeAsync() => _faulty = await FaultyService.StartAsync(
        new() { FirstToken = TimeSpan.FromHours(1), Timeout = TimeSpan.FromHours(1) }, "--FlowEngine:Limits:MaxSeconds=3");

    public async Task DisposeAsync() => await _faulty.DisposeAsync();

    [Theory]
    [InlineData("openai", "plain", "json")]
    [InlineData("openai", "guarded", "sse")]
    [InlineData("anthropic", "v1", "sse")]
    [InlineData("webhook", "plain", "json")]
    public async Task Turn_OtherSideHangsForEver_FailsAtTheTurnsLimit(string wire, string way, string transport)
    {
        var test = new FaultCase("hang_mid_stream", wire, transport == "sse", way);

        var turn = await FaultTurn.RunAsync(_faulty, test);

        Assert.Equal((FailureCodes.TimeLimit, FailureCodes.TimeLimit), (turn.Reply.Failure, turn.Stored.Failure));
        Assert.Equal(["fallback"], turn.Reply.Kinds);
        Assert.Equal(turn.StateBefore, turn.StateAfter);
        Assert.All(turn.Stored.Effects, effect => Assert.Equal("failed", effect.Split(' ')[0]));
        Assert.Equal((0, 0), await _faulty.LeftOverAsync());
        Assert.Null(turn.Next.Failure);
        if (test is { Streamed: true, Wire.Streams: true })
        {
            Assert.Matches("^(delta )+(discard )+message done$", string.Join(' ', turn.Events.Select(sent => sent.Name)));
        }
    }
}
