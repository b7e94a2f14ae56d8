namespace FlowEngine.Comparing.Gates;

public enum GateStatus
{
    /// <summary>Every criterion passed.</summary>
    Passed,

    /// <summary>A criterion failed.</summary>
    Failed,

    /// <summary>None failed, and not all passed.</summary>
    NotEnoughData,

    /// <summary>Not evaluable as asked: the errors beside it say why.</summary>
    Refused,
}
