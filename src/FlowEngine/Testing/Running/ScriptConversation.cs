using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using FlowEngine.Testing.Scripts;
using FlowEngine.Testing.Tracing;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Testing.Running;

/// <summary>A conversation in memory with the real engine: nothing is stored, nothing is sent, the clock is the script's.</summary>
internal sealed class ScriptConversation
{
    /// <summary>Flows that time out again and again would do so forever.</summary>
    private const int MaxTimeouts = 100;

    private readonly FlowUnderTest _subject;
    private readonly FlowTest _test;
    private readonly ScriptClock _clock;
    private readonly ScriptHistory _history = new();
    private readonly RecordedEffects _effects = new();
    private readonly FlowCache _flows;
    private readonly ConversationFlowEngine _engine;
    private readonly Dictionary<string, FlowVersionRef> _active;
    private ConversationState _state;
    private ConversationStatus _status = ConversationStatus.Open;
    private string _language;
    private int _seq;

    public ScriptConversation(FlowUnderTest subject, FlowTest test)
    {
        (_subject, _test, _clock) = (subject, test, new ScriptClock(test.Now));
        _flows = new FlowCache(subject.Versions, subject.Registry, edit: new StandInNodes(test.StandIns.Nodes).Into);
        var models = new ModelChain(new StandInModels(subject.Models, test.StandIns.Model), subject.Loggers.CreateLogger<ModelChain>());
        var empty = test.StandIns.EmptyCatalog ? new EmptyCatalog(subject.Catalog) : null;
        var ports = new TurnPorts(empty ?? subject.Catalog, empty ?? subject.Knowledge, _history, models)
        {
            Http = new StandInHttp(test.StandIns.Http),
            Effects = _effects,
        };
        _engine = new(_flows, ports, subject.Limits, _clock, subject.Loggers.CreateLogger<ConversationFlowEngine>());
        _active = new(subject.ActiveFlows, StringComparer.Ordinal) { [subject.Flow.Name] = subject.Flow };
        _state = ConversationState.Empty with { Vars = test.Variables };
        _language = test.Language ?? subject.Tenant.Language;
    }

    public Task<PlayedTurn> SayAsync(string message, CancellationToken cancellationToken) => TurnAsync(message, cancellationToken);

    /// <summary>Lets time pass; what times out on the way does so at its time.</summary>
    public async Task<PlayedTurn> AdvanceAsync(TimeSpan span, CancellationToken cancellationToken)
    {
        var until = _clock.GetUtcNow() + span;
        var played = await NothingAsync(cancellationToken);
        for (var i = 0; i < MaxTimeouts && _state.Walk?.ExpiresAt is { } due && due <= until; i++)
        {
            _clock.MoveTo(due);
            var turn = await TurnAsync(null, cancellationToken);
            played = turn with
            {
                Messages = [.. played.Messages, .. turn.Messages],
                Steps = [.. played.Steps, .. turn.Steps],
                Effects = [.. played.Effects, .. turn.Effects],
            };
            if (turn.Failure is not null)
            {
                break;
            }
        }

        _clock.MoveTo(until);
        return played;
    }

    private async Task<PlayedTurn> TurnAsync(string? message, CancellationToken cancellationToken)
    {
        var input = Input(message);
        var before = _effects.Intents.Count;
        var outcome = await _engine.RunAsync(input, NoReplyStream.Instance, cancellationToken);
        var steps = await new TraceFold(_flows).ReadAsync(input, outcome, cancellationToken);
        (_state, _status, _language) = (Stored(outcome), outcome.Status, outcome.Language);
        if (message is not null)
        {
            _history.Add(MessageRole.User, message, input.Now);
        }

        foreach (var said in outcome.Messages)
        {
            _history.Add(said.Role, said.Content, input.Now);
        }

        return (await NothingAsync(cancellationToken)) with
        {
            Message = message,
            Messages = outcome.Messages,
            Steps = steps,
            Effects = InOrder(outcome.Effects.Concat(_effects.Intents.Skip(before)), steps),
            Ended = outcome is { Failure: null, Status: ConversationStatus.Ended },
            Failure = outcome.Failure,
        };
    }

    private TurnInput Input(string? message) => new()
    {
        Tenant = _subject.Tenant,
        ConversationId = new Guid(1, 0, 0, new byte[8]),
        TurnId = new Guid(++_seq, 1, 0, new byte[8]),
        Seq = _seq,
        Now = _clock.GetUtcNow(),
        SessionId = "test",
        UserId = _test.UserId,
        Message = message,
        Language = _language,
        Metadata = _test.Metadata,
        State = _state,
        Status = _status,
        Flow = _subject.Flow,
        ActiveFlows = _active,
        IsFirstTurn = _seq == 1,
    };

    /// <summary>Through its JSON, as it would be in a database.</summary>
    private static ConversationState Stored(TurnOutcome outcome) =>
        outcome.StateJson is { } json && ConversationStateJson.Read(System.Text.Encoding.UTF8.GetString(json)).State is { } state
            ? state
            : outcome.State;

    private async ValueTask<PlayedTurn> NothingAsync(CancellationToken cancellationToken) => new()
    {
        State = _state,
        Language = _language,
        Waiting = await WaitingAsync(cancellationToken),
        ExpiresIn = _state.Walk?.ExpiresAt - _clock.GetUtcNow(),
    };

    private async ValueTask<Step?> WaitingAsync(CancellationToken cancellationToken)
    {
        if (_state.Walk?.Frames[^1] is not { } frame
            || (await _flows.GetAsync(_subject.Tenant.Key, frame.FlowVersionId, cancellationToken)).Version is not { } version
            || !version.Modules.TryGetValue(frame.Module, out var flow)
            || !flow.IndexById.TryGetValue(frame.NodeId, out var index))
        {
            return null;
        }

        return flow.Steps[index];
    }

    private static IReadOnlyList<EffectIntent> InOrder(IEnumerable<EffectIntent> effects, IReadOnlyList<FoldedStep> steps)
    {
        var position = steps.Select((step, i) => (step.Step.Id, i)).DistinctBy(pair => pair.Id).ToDictionary(pair => pair.Id, pair => pair.i);
        return [.. effects.OrderBy(effect => position.GetValueOrDefault(effect.NodeId, int.MaxValue))];
    }
}
