using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.Comparing.Statistics;

/// <summary>What statistics ask of a comparison. Figures are by engine, not by role: V2 is the control once it answers.</summary>
public static class TurnFacts
{
    public const string V1 = "v1";
    public const string V2 = "v2";

    /// <summary>V1 and V2 on the same turn, not the control against itself.</summary>
    public static bool IsBetweenEngines(TurnTraits turn) => turn.Kind == "ab";

    public static bool IsFloor(TurnTraits turn) => turn.Kind == "aa";

    /// <summary>Both engines ran.</summary>
    public static bool Ran(TurnTraits turn) =>
        turn.Result is not (ComparisonResult.Pending or ComparisonResult.Abandoned or ComparisonResult.Skipped);

    /// <summary>Counts in the rate of mismatches: ignored and inconclusive comparisons are neither a match nor a mismatch.</summary>
    public static bool IsDecided(TurnTraits turn) =>
        Ran(turn) && turn.Result is not (ComparisonResult.Ignored or ComparisonResult.Inconclusive);

    /// <summary>One failing and the other not is a difference too.</summary>
    public static bool Differs(TurnTraits turn) =>
        turn.Result is ComparisonResult.Mismatched or ComparisonResult.ControlFailed or ComparisonResult.CandidateFailed or ComparisonResult.BothFailedDifferently;

    /// <summary>Replies that part in what was captured, done or branched to; a failure is counted with the failures.</summary>
    public static bool IsBlocking(TurnTraits turn) => turn is { Result: ComparisonResult.Mismatched, Severity: Severity.Blocking };

    public static bool Failed(TurnTraits turn, string engine) => turn.Result switch
    {
        ComparisonResult.BothFailedSame or ComparisonResult.BothFailedDifferently => true,
        ComparisonResult.ControlFailed => turn.AnsweredBy == engine,
        ComparisonResult.CandidateFailed => turn.Candidate == engine,
        _ => false,
    };

    public static bool AnyFailed(TurnTraits turn) =>
        turn.Result is ComparisonResult.ControlFailed or ComparisonResult.CandidateFailed or ComparisonResult.BothFailedSame or ComparisonResult.BothFailedDifferently;

    /// <summary>Both engines ran and neither failed.</summary>
    public static bool IsAnsweredByBoth(TurnTraits turn) => IsBetweenEngines(turn) && Ran(turn) && !AnyFailed(turn);

    /// <summary>Zero where an engine called no model; ask only for turns that ran and are priced.</summary>
    public static double Cost(ComparedTurn turn, string engine) =>
        (double)((turn.AnsweredBy == engine ? turn.ControlCost : turn.CandidateCost) ?? 0);
}
