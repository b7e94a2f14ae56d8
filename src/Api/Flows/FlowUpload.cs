using System.Reflection;
using System.Text;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Problems;
using FlowEngine.Chat.Refusals;
using FlowEngine.Drawflow;
using Microsoft.AspNetCore.Http.Metadata;

namespace FlowEngine.Api.Flows;

/// <summary>A document as it was sent, with any content type: an export is sent as the file it is.</summary>
public sealed class FlowUpload : IBindableFromHttpContext<FlowUpload>, IEndpointParameterMetadataProvider, IRequestPart
{
    private const int MaxNodeId = 50;

    private FlowUpload(string text, DrawflowReading? reading, ApiProblem? problem) => (Text, Reading, Problem) = (text, reading!, problem);

    /// <summary>Unchanged but for a byte order mark.</summary>
    public string Text { get; }

    public DrawflowReading Reading { get; }

    public ApiProblem? Problem { get; }

    public static async ValueTask<FlowUpload?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var limit = DrawflowLimits.Default.MaxBytes;
        return await BoundedBody.ReadAsync(context.Request, limit, context.RequestAborted) is { } body
            ? new(Encoding.UTF8.GetString(body.Span).TrimStart('\uFEFF'), DrawflowReader.Read(body), null)
            : new("", null, ApiProblems.TooLarge(limit));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new SentFile("DrawflowExport", "A Drawflow export as it is, at most 10 MiB. `GET /api/flows/schema` describes it."));

    /// <summary>What is wrong with the query beside the document.</summary>
    internal static ApiProblem? Faults(string? start, string? note = null)
    {
        var faults = new[] { RequestText.Fault("start", start, MaxNodeId), RequestText.Fault(FlowText.Note, note) }.OfType<FieldError>().ToList();
        return faults.Count > 0 ? ApiProblems.InvalidRequest(faults) : null;
    }
}
