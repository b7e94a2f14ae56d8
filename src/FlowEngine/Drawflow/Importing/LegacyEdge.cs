using System.Text.Json;

namespace FlowEngine.Drawflow.Importing;

/// <param name="Port">What the editor or a document called the source's output; null as a rule.</param>
internal sealed record LegacyEdge(string? Id, string Source, string Target, string? Port, string Pointer)
{
    /// <summary>Null where it names no two nodes.</summary>
    public static LegacyEdge? Read(JsonElement edge, string pointer) =>
        (Text(edge, "source", "from"), Text(edge, "target", "to")) is ({ } source, { } target)
            ? new(Text(edge, "id"), source, target, Text(edge, "sourceOutput", "source_output", "sourceHandle"), pointer)
            : null;

    private static string? Text(JsonElement edge, params string[] names) =>
        names.Select(name => NodeIdText.Of(edge.Member(name))).FirstOrDefault(text => !string.IsNullOrEmpty(text));
}
