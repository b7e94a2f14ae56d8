namespace FlowEngine.Comparing.Verdicts;

public enum Severity
{
    None,

    /// <summary>Wording.</summary>
    Minor,

    /// <summary>A missing or contradicting fact.</summary>
    Major,

    /// <summary>Wrong captured data, effect or branch, a lost hand-off.</summary>
    Blocking,
}
