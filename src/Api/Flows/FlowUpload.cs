using System.Text;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Drawflow;

namespace FlowEngine.Api.Flows;

/// <summary>A document as it was sent.</summary>
/// <param name="Text">Unchanged but for a byte order mark.</param>
/// <param name="StartNodeId">The query's <c>start</c>; null where the document says it.</param>
internal sealed record FlowUpload(string Text, DrawflowReading Reading, string? StartNodeId)
{
    private const int MaxNodeId = 50;
    private const int MaxNote = 500;

    public string? Note { get; private init; }

    /// <summary>Takes any content type: an export is sent as the file it is.</summary>
    public static async Task<(FlowUpload? Upload, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (start, note) = (Query(request, "start"), Query(request, "note"));
        var faults = new[] { Fault("start", start, MaxNodeId), Fault("note", note, MaxNote) }.OfType<FieldError>().ToList();
        if (faults.Count > 0)
        {
            return (null, ApiProblems.InvalidRequest(faults));
        }

        var limit = DrawflowLimits.Default.MaxBytes;
        if (await BoundedBody.ReadAsync(request, limit, cancellationToken) is not { } body)
        {
            return (null, ApiProblems.TooLarge(limit));
        }

        var text = Encoding.UTF8.GetString(body.Span).TrimStart('\uFEFF');
        return (new FlowUpload(text, DrawflowReader.Read(body), start) { Note = note }, null);
    }

    private static string? Query(HttpRequest request, string name) =>
        request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    private static FieldError? Fault(string name, string? value, int maximum) => value switch
    {
        null => null,
        { Length: var length } when length > maximum => new(name, "too_long", $"'{name}' has {length} characters; at most {maximum} are taken."),
        _ when value.Contains('\0') => new(name, "nul_character", $"'{name}' has a NUL character."),
        _ => null,
    };
}
