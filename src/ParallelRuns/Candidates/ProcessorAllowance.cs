namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>
/// Processor time that some work may take: saved up as time passes and spent in bursts, since one of thirty milliseconds disturbs fewer others than
/// many of three. Not for several callers at once.
/// </summary>
/// <param name="used">Processor time of the work since some beginning.</param>
internal sealed class ProcessorAllowance(TimeProvider time, Func<TimeSpan> used)
{
    private const double All = 100;

    private static readonly TimeSpan s_burst = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(1);

    /// <summary>More than this is forgiven: one that looped for half a minute does not stop the others for as long as it would take to pay back.</summary>
    private static readonly TimeSpan s_debt = TimeSpan.FromSeconds(1);

    private long _at = time.GetTimestamp();
    private TimeSpan _used = used();
    private TimeSpan _saved = s_burst;
    private bool _isSaving;

    /// <summary>
    /// How long, from when nothing is left, until a burst is saved: zero where there is something to spend. To wake up more often than that costs
    /// others more than what is saved up.
    /// </summary>
    /// <param name="percent">Of the machine's processors, since the last time this was asked.</param>
    public TimeSpan Wait(double percent)
    {
        var (at, now) = (time.GetTimestamp(), used());
        var share = Environment.ProcessorCount * (percent / All);
        var saved = _saved + (time.GetElapsedTime(_at, at) * share) - (now - _used);
        _saved = new(Math.Clamp(saved.Ticks, -s_debt.Ticks, s_burst.Ticks));
        (_at, _used) = (at, now);
        _isSaving = _saved <= TimeSpan.Zero || (_isSaving && _saved < s_burst);
        return !_isSaving ? TimeSpan.Zero
            : new(Math.Clamp((long)((s_burst - _saved).Ticks / Math.Max(share, double.Epsilon)), s_least.Ticks, s_most.Ticks));
    }
}
