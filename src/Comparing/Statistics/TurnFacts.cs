using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Statistics;

/// <summary>What statistics ask of a comparison. Figures are by engine, not by role: V2 is the control once it answers.</summary>
public static class TurnFacts
{
    public const string V1 = "v1";
    public const string V2 = "v2";

    /// <summary>V1 and V2 on the same turn, not the control against itself.</summary>
    public static bool IsBetweenEngines(ComparedTurn turn) => turn.Kind == "ab";

    public static bool IsFloor(ComparedTurn turn) => turn.Kind == "aa";

    /// <summary>Both engines ran.</summary>
    public static bool Ran(ComparedTurn turn) =>
        turn.Result is not (ComparisonResult.Pending or ComparisonResult.Abandoned or ComparisonResult.Skipped);

    /// <summary>Counts in the rate of mismatches: ignored and inconclusive comparisons are neither a match nor a mismatch.</summary>
    public static bool IsDecided(ComparedTurn turn) =>
        Ran(turn) && turn.Result is not (ComparisonResult.Ignored or ComparisonResult.Inconclusive);

    /// <summary>One failing and the other not is a difference too.</summary>
    public static bool Differs(ComparedTurn turn) =>
        turn.Result is ComparisonResult.Mismatched or ComparisonResult.ControlFailed or ComparisonResult.CandidateFailed or ComparisonResult.BothFailedDifferently;

    /// <summary>Replies that part in what was captured, done or branched to; a failure is counted with the failures.</summary>
    public static bool IsBlocking(ComparedTurn turn) => turn is { Result: ComparisonResult.Mismatched, Severity: Severity.Blocking };

    public static bool Failed(ComparedTurn turn, string engine) => turn.Result switch
    {
        ComparisonResult.BothFailedSame or ComparisonResult.BothFailedDifferently => true,
        ComparisonResult.ControlFailed => turn.AnsweredBy == engine,
        ComparisonResult.CandidateFailed => turn.Candidate == engine,
        _ => false,
    };

    public static bool AnyFailed(ComparedTurn turn) =>
        turn.Result is ComparisonResult.ControlFailed or ComparisonResult.CandidateFailed or ComparisonResult.BothFailedSame or ComparisonResult.BothFailedDifferently;

    /// <summary>Null where the engine did not run.</summary>
    public static double? Milliseconds(ComparedTurn turn, string engine) =>
        turn.AnsweredBy == engine ? turn.ControlMs : turn.Candidate == engine && Ran(turn) ? turn.CandidateMs : null;

    public static double? FirstTokenMilliseconds(ComparedTurn turn, string engine) =>
        turn.AnsweredBy == engine ? turn.ControlFirstMs : turn.Candidate == engine && Ran(turn) ? turn.CandidateFirstMs : null;

    /// <summary>Zero where an engine called no model; ask only for turns that ran and are priced.</summary>
    public static double Cost(ComparedTurn turn, string engine) =>
        (double)((turn.AnsweredBy == engine ? turn.ControlCost : turn.CandidateCost) ?? 0);
}
