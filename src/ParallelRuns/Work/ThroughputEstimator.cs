namespace FlowEngine.ParallelRuns.Work;

/// <summary>How many comparisons this process lately got done: so many are worth taking at once.</summary>
internal sealed class ThroughputEstimator(TimeProvider time)
{
    private const int Most = 32;

    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(250);

    private long _began = time.GetTimestamp();
    private int _done;
    private int _ahead;

    public void Done() => Interlocked.Increment(ref _done);

    /// <summary>What is done within about a quarter of a second; none where candidates are slow. Not for several callers at once.</summary>
    public int Ahead()
    {
        var elapsed = time.GetElapsedTime(_began);
        if (elapsed >= s_window)
        {
            _ahead = (int)Math.Min(Most, Interlocked.Exchange(ref _done, 0) * s_window / elapsed);
            _began = time.GetTimestamp();
        }

        return _ahead;
    }
}
