using FlowEngine.Comparing.Ladder;
using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Tests.Ladder;

public sealed class FailureTests
{
    private static readonly ObservedFailure s_late = new("time_limit", "more than 30 s");

    [Theory]
    [InlineData(true, false, ComparisonResult.ControlFailed, Severity.Blocking)]
    [InlineData(false, true, ComparisonResult.CandidateFailed, Severity.Blocking)]
    [InlineData(true, true, ComparisonResult.BothFailedSame, Severity.None)]
    public async Task Compare_Failures_AreNamed(bool control, bool candidate, ComparisonResult result, Severity severity)
    {
        var verdict = await Sample.Compare(
            Sample.V1() with { Failure = control ? s_late : null }, Sample.V2() with { Failure = candidate ? s_late : null });

        Assert.Equal((result, severity, "failure"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
    }

    [Theory]
    [InlineData("time_limit", "more than 20 s")]
    [InlineData("model_failed", "more than 30 s")]
    public async Task Compare_OtherCodeOrMessage_FailedDifferently(string code, string message)
    {
        var verdict = await Sample.Compare(
            Sample.V1() with { Failure = s_late }, Sample.V2() with { Failure = new ObservedFailure(code, message) });

        Assert.Equal(ComparisonResult.BothFailedDifferently, verdict.Result);
        Assert.Equal("failure", verdict.Cause!.Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Compare_StepThatThrows_CountsAsNotEqualAndIsRecorded(int at)
    {
        var steps = Enumerable.Range(0, 8).Select(i => new Step($"step{i}")).ToArray<ILadderStep>();
        steps[at] = new Step("broken", Throws: true);
        var verdict = await new Comparator(new LadderOptions(), steps)
            .CompareAsync(Sample.V1(), Sample.V1(), Sample.Context, CancellationToken.None);

        Assert.Equal((ComparisonResult.Mismatched, Severity.Major, "broken"), (verdict.Result, verdict.Severity, verdict.DecidedBy));
        Assert.Equal("broken: DivideByZeroException", verdict.ComparatorFault);
        Assert.Equal(8, verdict.Steps.Count);
    }

    [Fact]
    public async Task Compare_ThrowAfterAMatch_IsNoMatch()
    {
        var verdict = await new Comparator(new LadderOptions(), [new Step("equal", Matches: true), new Step("broken", Throws: true)])
            .CompareAsync(Sample.V1(), Sample.V1(), Sample.Context, CancellationToken.None);

        Assert.Equal((ComparisonResult.Mismatched, "broken"), (verdict.Result, verdict.DecidedBy));
    }

    [Fact]
    public async Task Compare_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await new Comparator(new LadderOptions(), [new Step("waits", Waits: true)])
            .CompareAsync(Sample.V1(), Sample.V1(), Sample.Context, cancelled.Token));
    }

    private sealed record Step(string Name, bool? Matches = null, bool Throws = false, bool Waits = false) : ILadderStep
    {
        public async ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            if (Waits)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return Throws ? throw new DivideByZeroException("holds what the user wrote")
                : new StepFinding { Equal = Matches, Decides = Matches == true ? ComparisonResult.Matched : null };
        }
    }
}
