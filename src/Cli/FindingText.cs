using FlowEngine.Checking;
using FlowEngine.Drawflow;

namespace FlowEngine.Cli;

/// <summary>Findings as a person reads them.</summary>
internal static class FindingText
{
    public static IEnumerable<string> Lines(string path, DrawflowReading reading, CheckResult check)
    {
        var errors = check.Findings.Count(finding => finding.Severity == Severity.Error);
        yield return check.Findings.Count == 0
            ? $"{path}: no findings"
            : $"{path}: {Count(errors, "error")}, {Count(check.Findings.Count - errors, "warning")}";
        foreach (var finding in check.Findings.OrderBy(finding => finding.Severity))
        {
            var severity = finding.Severity == Severity.Error ? "error" : "warning";
            yield return $"  {severity} {finding.Code}{Place(reading.Document, finding)}: {finding.Message}";
            yield return $"    fix: {finding.Fix}";
            if (finding.CounterExample is { Count: > 0 } messages)
            {
                yield return $"    for example: {string.Join(" / ", messages)}";
            }
        }
    }

    /// <summary>The node's label and id and the place in its configuration, else the place in the document.</summary>
    private static string Place(DrawflowDocument? document, Finding finding)
    {
        if (finding.NodeId is not { } id)
        {
            return finding.Pointer.Length == 0 ? "" : $" at {finding.Pointer}";
        }

        var label = document?.Nodes.FirstOrDefault(node => node.Id == id)?.Label;
        return $" in {(string.IsNullOrWhiteSpace(label) ? $"node {id}" : $"'{label}' (node {id})")}{Member(id, finding.Pointer)}";
    }

    private static string Member(string id, string pointer)
    {
        var data = $"/data/{id}/data/";
        var start = pointer.IndexOf(data, StringComparison.Ordinal);
        return start < 0 ? "" : $" at {pointer[(start + data.Length)..]}";
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";
}
