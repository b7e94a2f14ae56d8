using System.Diagnostics;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Telemetry;

/// <summary>
/// The span of a turn and those of its phases. A phase begins at the very moment at which the one before ended, the first one with
/// the turn and the last one ends it: they add up to the turn.
/// </summary>
internal sealed class TurnSpan
{
    private readonly Activity _turn;
    private readonly Activity? _outer;
    private Activity? _phase;

    private TurnSpan(Activity turn, Activity? outer) => (_turn, _outer) = (turn, outer);

    /// <summary>Null where nobody listens.</summary>
    public static TurnSpan? Begin(string tenant)
    {
        var outer = Activity.Current;
        if (EngineSpans.Source.StartActivity("turn") is not { } turn)
        {
            return null;
        }

        turn.SetTag("flowengine.tenant", tenant);
        return new(turn, outer);
    }

    public void Enter(string phase) =>
        _phase = EngineSpans.Source.StartActivity(phase, ActivityKind.Internal, _turn.Context, startTime: EndPhase());

    public void Answers(string engine, string stage) => _turn.SetTag("flowengine.engine", engine).SetTag("flowengine.stage", stage);

    public void FallsBack(string from, string code) =>
        _turn.SetTag("flowengine.fallback.from", from).SetTag("flowengine.fallback.code", code);

    public void Came(TurnOutcome outcome)
    {
        _turn.SetTag("flowengine.status", EnumNames.For(outcome.Status));
        if (outcome.Flow is { } flow)
        {
            _turn.SetTag("flowengine.flow.name", flow.Name).SetTag("flowengine.flow.version", flow.Version);
        }
    }

    public void End(TurnResult result)
    {
        _turn.SetEndTime(EndPhase().UtcDateTime);
        _turn.SetTag("flowengine.result", result.Name);
        if (result.Code is { } code)
        {
            _turn.SetTag("error.type", code);
            _turn.SetStatus(result.Name == "refused" ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        }

        _turn.Stop();
    }

    /// <summary>For the method that began the turn: phases that ended deeper down are still its current span.</summary>
    public void Leave() => Activity.Current = _outer;

    private DateTimeOffset EndPhase()
    {
        if (_phase is null)
        {
            return _turn.StartTimeUtc;
        }

        _phase.Stop();
        return _phase.StartTimeUtc + _phase.Duration;
    }
}
