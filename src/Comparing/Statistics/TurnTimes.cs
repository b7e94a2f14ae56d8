namespace FlowEngine.Comparing.Statistics;

public enum TurnTime
{
    Total,
    FirstToken,
}

/// <summary>The times of a turn that can be held against each other: both of candidates.</summary>
public static class TurnTimes
{
    /// <summary>
    /// V1's and V2's time on a turn. The user's answer was made at once and on other threads than a candidate's, so the control's time is that of its
    /// second run, which is a candidate's too. Null where it was not run again, or either failed: a quick failure is no quick answer.
    /// </summary>
    public static (double V1, double V2)? Of(ComparedTurn turn, TurnTime time)
    {
        if (!TurnFacts.IsAnsweredByBoth(turn))
        {
            return null;
        }

        var (candidate, again) = time == TurnTime.Total ? (turn.CandidateMs, turn.AgainMs) : (turn.CandidateFirstMs, turn.AgainFirstMs);
        return candidate is not { } theirs || again is not { } ours ? null
            : turn.Candidate == TurnFacts.V2 ? (ours, theirs)
            : (theirs, ours);
    }

    /// <summary>How much longer the control took when it was run again: what the conditions make. Null of any other comparison.</summary>
    public static double? OfConditions(ComparedTurn turn, TurnTime time) =>
        !TurnFacts.IsFloor(turn) || !TurnFacts.Ran(turn) || TurnFacts.AnyFailed(turn) ? null
        : time == TurnTime.Total ? turn.CandidateMs - turn.ControlMs
        : turn.CandidateFirstMs - turn.ControlFirstMs;

    public static bool IsMeasured(ComparedTurn turn, TurnTime time) =>
        TurnFacts.IsAnsweredByBoth(turn) && (time == TurnTime.Total ? turn.CandidateMs : turn.CandidateFirstMs) is not null;
}
