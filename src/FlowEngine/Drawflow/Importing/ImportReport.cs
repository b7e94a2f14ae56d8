using System.Globalization;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Findings in the order they were made, up to a limit; decisions are counted beyond it.</summary>
internal sealed class ImportReport(int capacity)
{
    private readonly List<ImportFinding> _findings = [];
    private int _cut;
    private bool _cutDecisions;

    public void Add(string code, ImportSeverity severity, string? nodeId, string pointer, string message, string done)
    {
        if (_findings.Count < capacity)
        {
            _findings.Add(new(code, severity, nodeId, pointer, message, done));
            return;
        }

        _cut++;
        _cutDecisions |= severity == ImportSeverity.Decision;
    }

    public void Add(DocumentProblem problem) => Add(
        problem.Code.ToText(),
        problem.IsError ? ImportSeverity.Decision : ImportSeverity.Warning,
        problem.NodeId,
        problem.Pointer,
        problem.Message,
        problem.Fix);

    public IReadOnlyList<ImportFinding> ToList() => _cut == 0
        ? [.. _findings]
        : [.. _findings, new(
            "more_findings",
            _cutDecisions ? ImportSeverity.Decision : ImportSeverity.Note,
            NodeId: null,
            Pointer: string.Empty,
            string.Create(CultureInfo.InvariantCulture, $"{_cut} more findings are not listed."),
            "Settle those listed and import again.")];
}
