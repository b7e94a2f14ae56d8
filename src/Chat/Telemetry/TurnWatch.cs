using FlowEngine.Conversations;

namespace FlowEngine.Chat.Telemetry;

/// <summary>Watches one turn from its load to its end. Disposing ends a turn that nothing else ended: cancelled, or an error.</summary>
public sealed class TurnWatch : IDisposable
{
    private const string None = "none";

    private readonly TurnMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellation;
    private readonly long _began;
    private readonly TurnSpan? _span;
    private string _engine = None;
    private string _stage = None;
    private bool _streaming;
    private bool _ended;

    internal TurnWatch(TurnMetrics metrics, TimeProvider time, string tenant, CancellationToken cancellation)
    {
        (_metrics, _time, _cancellation) = (metrics, time, cancellation);
        _began = time.GetTimestamp();
        _span = TurnSpan.Begin(tenant);
        _span?.Enter("load");
    }

    public void Runs(string engine, string stage)
    {
        Answers(engine, stage);
        _span?.Enter("run");
    }

    /// <summary>Not the engine that was asked first, where that one failed.</summary>
    public void Answers(string engine, string stage)
    {
        (_engine, _stage) = (engine, stage);
        _span?.Answers(engine, stage);
    }

    /// <summary>An engine failed, and the other is asked for the same turn.</summary>
    public void FallsBack(string from, string code, string to)
    {
        _metrics.FellBack(from, code, to);
        _span?.FallsBack(from, code);
    }

    public void Streams()
    {
        if (!_streaming)
        {
            _streaming = true;
            _metrics.Streaming(_engine, _time.GetElapsedTime(_began));
        }
    }

    public void Saves(TurnOutcome outcome)
    {
        _span?.Came(outcome);
        _metrics.Spent(outcome.Usage);
        _span?.Enter("save");
    }

    public void Saved(TurnOutcome outcome) => End(outcome.Failure switch
    {
        null => TurnResult.Answered,
        { Code: FailureCodes.Cancelled } => TurnResult.Cancelled,
        { Code: var code } => TurnResult.Failed(code),
    });

    public void Repeated() => End(TurnResult.Repeated);

    /// <param name="code">Of the problem that the caller is told.</param>
    public void Refused(string code) => End(TurnResult.Refused(code));

    public void Dispose()
    {
        End(_cancellation.IsCancellationRequested ? TurnResult.Cancelled : TurnResult.Error);
        _span?.Leave();
    }

    private void End(TurnResult result)
    {
        if (!_ended)
        {
            _ended = true;
            _span?.End(result);
            _metrics.Ended(_engine, _stage, result, _time.GetElapsedTime(_began));
        }
    }
}
