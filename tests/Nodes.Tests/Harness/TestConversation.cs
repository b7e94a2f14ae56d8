using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Running;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>
/// Talks with a flow: <c>await new TestConversation(world, document).SayAsync("merhaba")</c>. Every turn checks and compiles the flow
/// anew, runs the real engine and writes the state as JSON, so every turn is also one after the process was killed.
/// </summary>
public sealed class TestConversation(TestWorld world, DrawflowDocument document, string? start = null) : IFlowVersions
{
    private readonly Dictionary<string, FlowVersionRef> _active = new() { ["main"] = new(1, "main", 1) };
    private readonly Dictionary<long, FlowVersionSource> _versions = new()
    {
        [1] = new(new FlowVersionRef(1, "main", 1), document.ToJson(), start, null),
    };

    private string _state = "";
    private int _turns;

    public TestWorld World => world;

    /// <summary>Of the conversation; a flow may change it.</summary>
    public string Language { get; set; } = "tr";

    public ConversationStatus Status { get; private set; }

    public ConversationState State { get; private set; } = ConversationState.Empty;

    public IReadOnlyDictionary<string, string> Metadata { get; set; } = new Dictionary<string, string>();

    /// <summary>What the nodes streamed in the last turn, by message.</summary>
    public TestStream Stream { get; private set; } = new();

    /// <summary>Another flow of the tenant, for <c>sub_flow</c>.</summary>
    public TestConversation WithFlow(string name, DrawflowDocument other)
    {
        var version = new FlowVersionRef(_versions.Count + 1, name, 1);
        _active[name] = version;
        _versions[version.Id] = new(version, other.ToJson(), null, null);
        return this;
    }

    public Task<TurnOutcome> SayAsync(string message) => TurnAsync(message);

    /// <summary>The wait is over and nobody answered.</summary>
    public Task<TurnOutcome> TimeOutAsync() => TurnAsync(null);

    ValueTask<FlowVersionSource?> IFlowVersions.FindAsync(TenantKey tenant, long versionId, CancellationToken cancellationToken) =>
        new(_versions.GetValueOrDefault(versionId));

    private async Task<TurnOutcome> TurnAsync(string? message)
    {
        var (state, fault) = ConversationStateJson.Read(_state);
        Assert.Null(fault);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Stream = new TestStream();
        var engine = new ConversationFlowEngine(
            new FlowCache(this, world.Registry), world.Ports, new TurnLimits(), world.Clock, world.Logs.CreateLogger<ConversationFlowEngine>());
        var turn = Turn(message, state!);
        var outcome = await engine.RunAsync(turn, Stream, CancellationToken.None);
        Keep(turn, outcome);
        return outcome;
    }

    private TurnInput Turn(string? message, ConversationState state) => new()
    {
        Tenant = world.Tenant,
        ConversationId = new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        TurnId = new Guid(_turns + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]),
        Seq = _turns + 1,
        Now = world.Clock.GetUtcNow(),
        SessionId = "session-1",
        Message = message,
        Language = Language,
        Metadata = Metadata,
        State = state,
        Status = Status,
        Flow = _active["main"],
        ActiveFlows = _active,
        IsFirstTurn = _turns == 0,
    };

    private void Keep(TurnInput turn, TurnOutcome outcome)
    {
        _turns++;
        _state = System.Text.Encoding.UTF8.GetString(ConversationStateJson.Write(outcome.State));
        State = outcome.State;
        Status = outcome.Status;
        Language = outcome.Language;
        if (turn.Message is { } said)
        {
            world.History.Messages.Add(new(MessageRole.User, said, turn.Now));
        }

        world.History.Messages.AddRange(outcome.Messages.Select(message => new HistoryMessage(message.Role, message.Content, turn.Now)));
    }
}
