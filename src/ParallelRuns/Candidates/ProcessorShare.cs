namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>How much of the machine's processors some work takes, over about the last quarter of a second.</summary>
/// <param name="used">Processor time of the work since some beginning.</param>
internal sealed class ProcessorShare(TimeProvider time, Func<TimeSpan> used)
{
    private const double All = 100;

    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long _at = time.GetTimestamp();
    private TimeSpan _used = used();
    private double _percent;

    /// <summary>0 to 100; 100 is all processors.</summary>
    public double Percent
    {
        get
        {
            lock (_gate)
            {
                var elapsed = time.GetElapsedTime(_at);
                if (elapsed >= s_window)
                {
                    var now = used();
                    var percent = Math.Clamp(All * (now - _used) / (elapsed * Environment.ProcessorCount), 0, All);

                    // One window alone is a matter of chance; after a long time without a question it is all there is.
                    _percent = elapsed < 4 * s_window ? (_percent + percent) / 2 : percent;
                    (_at, _used) = (time.GetTimestamp(), now);
                }

                return _percent;
            }
        }
    }
}
