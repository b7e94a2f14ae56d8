namespace FlowEngine.Integrations.Resilience;

/// <summary>When a call must be over, and whether its caller gave up before.</summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly long _began;

    public CallDeadline(TimeSpan timeout, TimeProvider time, CancellationToken caller)
    {
        (_caller, _timeout, _time, _began) = (caller, timeout, time, time.GetTimestamp());
        _timer = new(timeout, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _timer.Token);
    }

    public CancellationToken Token => _either.Token;

    public TimeSpan Remaining => _timeout - _time.GetElapsedTime(_began);

    /// <summary>Why the call is over; null while it is not.</summary>
    public Exception? Fault() =>
        _caller.IsCancellationRequested ? new OperationCanceledException(_caller)
        : _timer.IsCancellationRequested ? ModelFaults.TooSlow
        : null;

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }
}
