using FlowEngine.ParallelRuns.Candidates;

namespace FlowEngine.Api.Tests.Comparisons;

public sealed class ProcessorShareTests
{
    private readonly StoppedClock _clock = new();
    private TimeSpan _used;

    [Fact]
    public void Percent_IsOfAllProcessors_AndOfLately()
    {
        var share = new ProcessorShare(_clock, () => _used);

        Assert.Equal(60, After(share, TimeSpan.FromSeconds(1), 0.6), 0.1);
        Assert.Equal(80, After(share, TimeSpan.FromMilliseconds(100), 1), 0.1);
        Assert.Equal(80, share.Percent, 0.1);
        Assert.Equal(0, After(share, TimeSpan.FromSeconds(1), 0), 0.1);
        Assert.Equal(0, After(share, TimeSpan.FromMilliseconds(50), 1), 0.1);
    }

    [Fact]
    public void Percent_ClocksThatDisagree_StaysWithinItsRange()
    {
        var share = new ProcessorShare(_clock, () => _used);

        Assert.Equal(100, After(share, TimeSpan.FromSeconds(1), 1.2), 0.1);
        Assert.Equal(0, After(share, TimeSpan.FromSeconds(1), -0.2), 0.1);
    }

    /// <param name="of">1 is all processors.</param>
    private double After(ProcessorShare share, TimeSpan passed, double of)
    {
        _clock.Pass(passed);
        _used += passed * Environment.ProcessorCount * of;
        return share.Percent;
    }
}
