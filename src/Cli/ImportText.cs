using FlowEngine.Drawflow.Importing;

namespace FlowEngine.Cli;

/// <summary>What an import did, as a person reads it: what must be decided first.</summary>
internal static class ImportText
{
    public static IEnumerable<string> Lines(string path, LegacyFlowResult result, string? output)
    {
        yield return $"{path} -> {output ?? "standard output"}: {Counts(result)}";
        yield return result.StartNodeId is { } start ? $"  start node: {start}" : "  start node: none was named";
        foreach (var finding in result.Report.OrderByDescending(finding => finding.Severity))
        {
            var node = finding.NodeId is null ? "" : $" in node {finding.NodeId}";
            var place = finding.Pointer.Length == 0 ? "" : $" at {finding.Pointer}";
            yield return $"  {Name(finding.Severity)} {finding.Code}{node}{place}: {finding.Message}";
            yield return $"    {(finding.Severity == ImportSeverity.Decision ? "decide" : "done")}: {finding.Done}";
        }
    }

    public static IEnumerable<string> Refused(string path, string? looksLike, LegacyFlowResult result) => result.Report
        .Select(finding => $"  {finding.Code}: {finding.Message}")
        .Prepend($"{path} cannot be imported{(looksLike is null ? "" : $"; it looks like {looksLike}")}.");

    public static string Name(ImportSeverity severity) => severity switch
    {
        ImportSeverity.Decision => "decision",
        ImportSeverity.Warning => "warning",
        _ => "note",
    };

    private static string Counts(LegacyFlowResult result) => string.Join(", ", new[] { ImportSeverity.Decision, ImportSeverity.Warning, ImportSeverity.Note }
        .Select(severity => (Name: Name(severity), Count: result.Report.Count(finding => finding.Severity == severity)))
        .Select(entry => $"{entry.Count} {entry.Name}{(entry.Count == 1 ? "" : "s")}"));
}
