using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Tests.Harness;
using FlowEngine.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowEngine.Nodes.Tests.Checking.Mutations;

/// <summary>Where a conversation stands.</summary>
internal sealed record TalkState(string State, ConversationStatus Status, string Language, bool IsFirst)
{
    public static TalkState New { get; } = new("", ConversationStatus.Open, "en", true);
}

/// <param name="CanTimeOut">The walk waits, and not for ever.</param>
internal sealed record TalkTurn(TalkState After, TurnOutcome Outcome, bool CanTimeOut);

/// <summary>
/// Conversations with one flow on the real engine, over doubles that always answer the same. The engine makes of the same state and message
/// the same turn, so a turn that any user had before is not run again: a thousand users cost as much as the turns in which they differ.
/// </summary>
internal sealed class QuickTalks : IFlowVersions
{
    private static readonly FlowVersionRef s_version = new(1, "main", 1);

    private readonly FlowVersionSource _source;
    private readonly TestWorld _world = new();
    private readonly ConversationFlowEngine _engine;
    private readonly Dictionary<(TalkState, string?), TalkTurn> _turns = [];

    public QuickTalks(string json, string start, TestWorld shared)
    {
        _source = new(s_version, json, start, null);
        _engine = new ConversationFlowEngine(
            new FlowCache(this, shared.Registry), _world.Ports, new TurnLimits(), _world.Clock, NullLogger<ConversationFlowEngine>.Instance);
    }

    public async ValueTask<TalkTurn> SayAsync(TalkState before, string? message)
    {
        if (!_turns.TryGetValue((before, message), out var turn))
        {
            _turns.Add((before, message), turn = await RunAsync(before, message));
        }

        return turn;
    }

    ValueTask<FlowVersionSource?> IFlowVersions.FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken) => new(_source);

    private async ValueTask<TalkTurn> RunAsync(TalkState before, string? message)
    {
        var outcome = await _engine.RunAsync(
            new TurnInput
            {
                Tenant = _world.Tenant,
                ConversationId = Guid.Empty,
                TurnId = Guid.Empty,
                Seq = before.IsFirst ? 1 : 2,
                Now = _world.Clock.GetUtcNow(),
                SessionId = "s",
                Message = message,
                Language = before.Language,
                State = ConversationStateJson.Read(before.State).State!,
                Status = before.Status,
                Flow = s_version,
                ActiveFlows = new Dictionary<string, FlowVersionRef> { ["main"] = s_version },
                IsFirstTurn = before.IsFirst,
            },
            new TestStream(),
            CancellationToken.None);
        var state = System.Text.Encoding.UTF8.GetString(ConversationStateJson.Write(outcome.State));
        return new(new(state, outcome.Status, outcome.Language, false), outcome, outcome.State.Walk?.ExpiresAt is not null);
    }
}
