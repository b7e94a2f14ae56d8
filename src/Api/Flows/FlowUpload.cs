using System.Text;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Drawflow;

namespace FlowEngine.Api.Flows;

/// <summary>A document as it was sent.</summary>
/// <param name="Text">Unchanged but for a byte order mark.</param>
/// <param name="StartNodeId">The query's <c>start</c>; null where the document says it.</param>
internal sealed record FlowUpload(string Text, DrawflowReading Reading, string? StartNodeId)
{
    private const int MaxNodeId = 50;

    public string? Note { get; private init; }

    /// <summary>Takes any content type: an export is sent as the file it is.</summary>
    public static async Task<(FlowUpload? Upload, ApiProblem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (start, note) = (RequestText.Query(request, "start"), RequestText.Query(request, FlowText.Note));
        var faults = new[] { RequestText.Fault("start", start, MaxNodeId), RequestText.Fault(FlowText.Note, note) }.OfType<FieldError>().ToList();
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
}
