namespace FlowEngine.Comparing.Verdicts;

public enum ComparisonResult
{
    /// <summary>The candidate has yet to run.</summary>
    Pending,

    /// <summary>Given up after too many attempts.</summary>
    Abandoned,

    Matched,

    Mismatched,

    /// <summary>Every difference is covered by an ignore rule: neither a match nor a mismatch.</summary>
    Ignored,

    /// <summary>The steps that were asked do not say.</summary>
    Inconclusive,

    /// <summary>The candidate did not run; why is in the row.</summary>
    Skipped,

    ControlFailed,

    CandidateFailed,

    BothFailedSame,

    BothFailedDifferently,
}
