namespace FlowEngine.Checking;

/// <summary>A document without errors, by all rules or by those needed to run it. Only a checked document can be compiled.</summary>
public sealed class CheckedDocument
{
    internal CheckedDocument(FlowModel model, IReadOnlyDictionary<string, string> starts)
    {
        Model = model;
        Starts = starts;
    }

    public FlowModel Model { get; }

    /// <summary>The start node by module; modules without a unique start are absent.</summary>
    public IReadOnlyDictionary<string, string> Starts { get; }
}

/// <param name="Document">Null if a finding is an error.</param>
/// <param name="StartNodeId">The start of <c>Home</c>, to be stored with the version; null if it is ambiguous.</param>
public sealed record CheckResult(IReadOnlyList<Finding> Findings, CheckedDocument? Document, string? StartNodeId)
{
    /// <summary>Node visits and symbolic states of the check. Grows with the size of the flow, not with its number of paths.</summary>
    public int Work { get; init; }

    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}
