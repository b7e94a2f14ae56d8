namespace FlowEngine.Comparing.Reporting;

/// <summary>A part of a report for people, in plain text. What shows it breaks the lines and encodes the text.</summary>
public abstract record ReportPart
{
    private protected ReportPart()
    {
    }
}

/// <param name="Text">Empty for an empty line.</param>
/// <param name="Indent">In columns.</param>
public sealed record ReportParagraph(string Text, int Indent = 0) : ReportPart;

/// <param name="Title">Empty where the table has none.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportPart
{
    /// <summary>What one must know to read it; null where it speaks for itself.</summary>
    public string? Note { get; init; }
}
