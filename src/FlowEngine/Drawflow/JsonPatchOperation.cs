using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FlowEngine.Drawflow;

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Op"><c>add</c>, <c>remove</c>, <c>replace</c> or <c>move</c>.</param>
/// <param name="Path">JSON pointer into the document.</param>
/// <param name="From">For <c>move</c>.</param>
/// <param name="Value">For <c>add</c> and <c>replace</c>.</param>
public sealed record JsonPatchOperation(
    string Op,
    string Path,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? From = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Value = null)
{
    public static JsonPatchOperation Add(string path, JsonNode value) => new("add", path, Value: Element(value));

    public static JsonPatchOperation Replace(string path, JsonNode value) => new("replace", path, Value: Element(value));

    public static JsonPatchOperation Remove(string path) => new("remove", path);

    public static JsonPatchOperation Move(string from, string path) => new("move", path, from);

    private static JsonElement Element(JsonNode value) => JsonElement.Parse(DocumentText.Of(value));
}
