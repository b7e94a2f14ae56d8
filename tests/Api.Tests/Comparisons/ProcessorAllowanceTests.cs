using FlowEngine.ParallelRuns.Candidates;

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
    public void Wait_WithinWhatIsAllowed_None()
    {
        for (var step = 0; step < 100; step++)
        {
            Assert.False(After(TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(10) * Environment.ProcessorCount * Percent / 100));
        }
    }

    [Fact]
    public void Wait_AfterABurst_UntilAnotherIsSaved()
    {
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs)));

        Assert.True(After(Saving(BurstMs - 1), TimeSpan.Zero));
        Assert.False(After(Saving(1), TimeSpan.Zero));
        Assert.False(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs - 1)));
    }

    [Fact]
    public void Wait_AfterALongQuiet_NoMoreThanABurstWasSaved()
    {
        Assert.False(After(TimeSpan.FromHours(1), TimeSpan.Zero));
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs)));
    }

    [Fact]
    public void Wait_ByOneThatLooped_IsForgivenAfterASecondOfIt()
    {
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        Assert.False(After(Saving(1000 + BurstMs), TimeSpan.Zero));
    }

    [Fact]
    public void Wait_NothingIsAllowed_StaysSo()
    {
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs)));
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromSeconds(1), _allowance.Wait(0));
    }

    [Theory]
    [InlineData(1, 29)]
    [InlineData(20, 10)]
    [InlineData(29, 1)]
    public void Wait_ABurstInPart_IsForTheRestOfIt(int saved, int rest)
    {
        Assert.True(After(TimeSpan.Zero, TimeSpan.FromMilliseconds(BurstMs)));
        _clock.Pass(Saving(saved));

        var wait = _allowance.Wait(Percent);

        Assert.Equal(Math.Clamp(Saving(rest).TotalMilliseconds, 50, 1000), wait.TotalMilliseconds, 0.1);
    }

    /// <summary>The time in which so many milliseconds of processor time are allowed, and a tick more for what is rounded.</summary>
    private static TimeSpan Saving(int milliseconds) => (TimeSpan.FromMilliseconds(milliseconds) * 100 / Percent / Environment.ProcessorCount) + TimeSpan.FromTicks(100);

    private bool After(TimeSpan passed, TimeSpan used)
    {
        _clock.Pass(passed);
        _used += used;
        return _allowance.Wait(Percent) > TimeSpan.Zero;
    }
}
