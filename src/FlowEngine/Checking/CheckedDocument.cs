namespace FlowEngine.Checking;

/// <summary>A document that the checker found no error in, with all its rules or those for walking: the only thing that can be compiled.</summary>
public sealed class CheckedDocument
{
    internal CheckedDocument(FlowModel model, IReadOnlyDictionary<string, string> starts)
    {
        Model = model;
        Starts = starts;
    }

    public FlowModel Model { get; }

    /// <summary>The start node by module; modules that nothing can start are not in it.</summary>
    public IReadOnlyDictionary<string, string> Starts { get; }
}

/// <param name="Document">Null where a finding is an error.</param>
/// <param name="StartNodeId">The start of <c>Home</c>, to be stored with the version; null where it is not clear.</param>
public sealed record CheckResult(IReadOnlyList<Finding> Findings, CheckedDocument? Document, string? StartNodeId)
{
    /// <summary>How many nodes and walks were looked at to follow all ways; grows with the flow's size, not with its number of ways.</summary>
    public int Work { get; init; }

    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}
