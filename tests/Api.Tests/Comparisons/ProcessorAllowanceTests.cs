using FlowEngine.Api.Comparisons.Running;

namespace FlowEngine.Api.Tests.Comparisons;

public sealed class ProcessorAllowanceTests
{
    private const double Percent = 1;
    private const int BurstMs = 30;

    private readonly StoppedClock _clock = new();
    private readonly ProcessorAllowance _allowance;
    private TimeSpan _used;

    public ProcessorAllowanceTests() => _allowance = new(_clock, () => _used);

    [Fact]
    public void IsSpent_WithinWhatIsAllowed_Never()
    {
        for (var step = 0; step < 100; step++)
        {
            Assert.False(After(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10) * Environment.ProcessorCount * Percent / 100));
        }
    }

    [Fact]
    public void IsSpent_AfterABurst_UntilAnotherIsSaved()
    {
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs)));

        Assert.True(After(Saving(BurstMs - 1), TimeSpan.Zero));
        Assert.False(After(Saving(1), TimeSpan.Zero));
        Assert.False(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs - 1)));
    }

    [Fact]
    public void IsSpent_AfterALongQuiet_NoMoreThanABurstWasSaved()
    {
        Assert.False(After(TimeSpan.FromHours(1), TimeSpan.Zero));
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs)));
    }

    [Fact]
    public void IsSpent_ByOneThatLooped_IsForgivenAfterASecondOfIt()
    {
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        Assert.False(After(Saving(1000 + BurstMs), TimeSpan.Zero));
    }

    [Fact]
    public void IsSpent_NothingIsAllowed_StaysSo()
    {
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs)));
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.True(_allowance.IsSpent(0));
    }

    /// <summary>The time in which so many milliseconds of processor time are allowed, and a tick more for what is rounded.</summary>
    private static TimeSpan Saving(int milliseconds) => (TimeSpan.FromMilliseconds(milliseconds) * 100 / Percent / Environment.ProcessorCount) + TimeSpan.FromTicks(100);

    private bool After(TimeSpan passed, TimeSpan used)
    {
        _clock.Pass(passed);
        _used += used;
        return _allowance.IsSpent(Percent);
    }
}
