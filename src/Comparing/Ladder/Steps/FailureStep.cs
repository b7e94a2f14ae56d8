using FlowEngine.Comparing.Observations;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Ladder.Steps;

/// <summary>1. Failures are equal by code and message; where one side failed there is no answer to compare.</summary>
internal sealed class FailureStep : ILadderStep
{
    private const string Field = "failure";

    public string Name => "failure";

    public ValueTask<StepFinding> RunAsync(Pair pair, CancellationToken cancellationToken)
    {
        var (control, candidate) = (pair.Control.Observation.Failure, pair.Candidate.Observation.Failure);
        var finding = (control, candidate) switch
        {
            (null, null) => new StepFinding { Equal = true },
            (not null, null) => Differing(ComparisonResult.ControlFailed, "extra", Severity.Blocking, control, candidate),
            (null, not null) => Differing(ComparisonResult.CandidateFailed, "missing", Severity.Blocking, control, candidate),
            _ when control.Code == candidate.Code && control.Cause?.Trim() == candidate.Cause?.Trim() =>
                new StepFinding { Equal = true, Decides = ComparisonResult.BothFailedSame },
            _ => Differing(ComparisonResult.BothFailedDifferently, "changed", Severity.Major, control, candidate),
        };
        return new(finding with
        {
            Values = new Dictionary<string, double>
            {
                ["control_failed"] = control is null ? 0 : 1,
                ["candidate_failed"] = candidate is null ? 0 : 1,
            },
        });
    }

    /// <param name="kind">Of the answer: missing where the candidate failed.</param>
    private static StepFinding Differing(
        ComparisonResult result, string kind, Severity severity, ObservedFailure? control, ObservedFailure? candidate) => new()
        {
            Equal = false,
            Decides = result,
            Differences = [new Difference(Field, kind, severity, Text(control), Text(candidate))],
        };

    private static string? Text(ObservedFailure? failure) =>
        failure is null ? null : failure.Cause is { } cause ? $"{failure.Code}: {cause}" : failure.Code;
}
