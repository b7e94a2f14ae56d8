using System.Globalization;

namespace FlowEngine.Drawflow.Reading;

/// <summary>Collects problems up to a number, so that a hostile document can't make the list grow without bound.</summary>
internal sealed class ProblemList(int capacity)
{
    private readonly List<DocumentProblem> _problems = [];
    private int _cut;
    private bool _cutErrors;

    public void Add(
        DocumentProblemCode code, string? nodeId, string pointer, string message, string fix, IReadOnlyList<JsonPatchOperation>? edits = null)
    {
        if (_problems.Count < capacity)
        {
            _problems.Add(DocumentProblem.Of(code, nodeId, pointer, message, fix) with { Edits = edits ?? [] });
            return;
        }

        _cut++;
        _cutErrors |= code.IsError();
    }

    public IReadOnlyList<DocumentProblem> ToList() =>
        _cut == 0
            ? [.. _problems]
            : [.. _problems, new(
                DocumentProblemCode.MoreProblems,
                _cutErrors,
                NodeId: null,
                Pointer: string.Empty,
                string.Create(CultureInfo.InvariantCulture, $"{_cut} more problems are not listed."),
                "Fix the listed ones and check again.")];
}
