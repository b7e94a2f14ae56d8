namespace FlowEngine.Drawflow;

/// <summary>At which of its two nodes a connection is recorded.</summary>
public enum EdgeEnds
{
    Both,
    /// <summary>The editor doesn't draw it.</summary>
    OutputOnly,
    /// <summary>The editor draws it; deleting it there deletes another one.</summary>
    InputOnly,
    /// <summary>Recorded at its source; the target records no inputs (short form).</summary>
    Implied,
}
