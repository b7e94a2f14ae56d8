namespace FlowEngine.Comparing.Reporting;

/// <summary>A table of a report, in plain text; what shows it encodes it.</summary>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What one must know to read it; null where it speaks for itself.</summary>
    public string? Note { get; init; }
}
