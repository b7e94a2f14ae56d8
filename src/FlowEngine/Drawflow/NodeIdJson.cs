using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow;

internal static class NodeIdJson
{
    /// <summary>A number where the editor would have written one.</summary>
    public static JsonValue Of(string id) => NodeIdText.IsNumeric(id, out var number) ? JsonValue.Create(number) : JsonValue.Create(id);
}
