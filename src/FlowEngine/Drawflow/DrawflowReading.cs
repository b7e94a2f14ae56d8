using System.Text.Json;

namespace FlowEngine.Drawflow;

/// <param name="Document">Null where the text could not be taken as a Drawflow document at all.</param>
/// <param name="LooksLike">What a refused text seems to be instead, where that can be told.</param>
public sealed record DrawflowReading(
    DrawflowDocument? Document,
    DrawflowVariant Variant,
    IReadOnlyList<DocumentProblem> Problems,
    string? LooksLike = null)
{
    /// <summary>The root of a document of the legacy system, which is refused; undefined elsewhere.</summary>
    internal JsonElement Root { get; init; }

    /// <summary>The start that stands beside the text which holds the document.</summary>
    internal string? RowStart { get; init; }

    public bool HasErrors => Problems.Any(p => p.IsError);
}
