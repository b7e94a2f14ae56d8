using FlowEngine.Api.Tests.Harness;
using FlowEngine.ParallelRuns.Candidates;

namespace FlowEngine.Api.Tests.Comparisons;

public sealed class YieldingSchedulerTests
{
    private const int PolicyField = 41;
    private const string IdlePolicy = "5";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [LinuxFact]
    public async Task RunAsync_OnLinux_IsBehindAllOthersBeforeAndAfterAnAwait()
    {
        var scheduler = new YieldingScheduler();

        var (before, after) = await scheduler.RunAsync(
            async () =>
            {
                var first = Policy();
                await Task.Delay(1);
                return (first, Policy());
            },
            default);

        Assert.Equal((IdlePolicy, IdlePolicy), (before, after));
        Assert.NotEqual(IdlePolicy, Policy());
    }

    [Fact]
    public async Task RunAsync_ThreadsThatNeverComeBack_HoldUpNobodyElse()
    {
        var scheduler = new YieldingScheduler();
        using var end = new ManualResetEventSlim();
        var stuck = Enumerable.Range(0, 8).Select(_ => scheduler.RunAsync(
            () =>
            {
                Assert.True(end.Wait(s_patience), "Nobody ended the thread.");
                return Task.CompletedTask;
            })).ToList();

        var answers = Enumerable.Range(0, 100).Select(number => scheduler.RunAsync(
            async () =>
            {
                await Task.Yield();
                return number;
            },
            default));

        Assert.Equal(Enumerable.Range(0, 100), await Task.WhenAll(answers).WaitAsync(s_patience));
        end.Set();
        await Task.WhenAll(stuck).WaitAsync(s_patience);
    }

    [Fact]
    public async Task RunAsync_Fault_IsThatOfTheTask()
    {
        var scheduler = new YieldingScheduler();

        await Assert.ThrowsAsync<InvalidOperationException>(() => scheduler.RunAsync(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("broken on purpose");
        }));
    }

    /// <summary>Of the calling thread, as proc(5) tells it.</summary>
    private static string Policy()
    {
        var line = File.ReadAllText("/proc/thread-self/stat");
        return line[(line.LastIndexOf(')') + 2)..].Split(' ')[PolicyField - 3];
    }
}
