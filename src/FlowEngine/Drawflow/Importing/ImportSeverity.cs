namespace FlowEngine.Drawflow.Importing;

public enum ImportSeverity
{
    /// <summary>The flow does what it did.</summary>
    Note,

    /// <summary>The flow does something else than it did, on purpose.</summary>
    Warning,

    /// <summary>A person must say what is meant.</summary>
    Decision,
}
