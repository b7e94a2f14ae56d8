using System.Text;
using System.Text.Json;
using FlowEngine.Drawflow.Reading;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Where a node's configuration stands: <c>config</c>, also as a text; <c>data.config</c>; <c>data</c>; beside the id.</summary>
internal static class LegacyConfigShape
{
    private static readonly JsonElement s_empty = JsonElement.Parse("{}");

    /// <returns>An object always; a fault where something was written that cannot be read.</returns>
    public static (JsonElement Config, string Pointer, string? Fault) Of(JsonElement node, string pointer)
    {
        var place = JsonPointer.Append(pointer, "config");
        var config = node.Member("config");
        if (IsUnset(config))
        {
            var data = node.Member("data");
            var inner = data.Member("config");
            (config, place) = IsUnset(inner)
                ? (data, JsonPointer.Append(pointer, "data"))
                : (inner, JsonPointer.Append(JsonPointer.Append(pointer, "data"), "config"));
        }

        return config switch
        {
            { ValueKind: JsonValueKind.Object } => (config, place, null),
            { ValueKind: JsonValueKind.String } when Open(config.GetString()!) is { ValueKind: JsonValueKind.Object } opened => (opened, place, null),
            _ when IsUnset(config) => (s_empty, place, null),
            _ => (s_empty, place, "The configuration is not a JSON object."),
        };
    }

    /// <summary>PHP writes an empty array for an empty object.</summary>
    private static bool IsUnset(JsonElement config) =>
        !config.IsPresent()
        || (config.IsArray() && config.GetArrayLength() == 0)
        || (config.Text() is { } text && string.IsNullOrWhiteSpace(text));

    private static JsonElement? Open(string text) =>
        new TextOpener(DrawflowLimits.Default, new ProblemList(capacity: 1)).Open(Encoding.UTF8.GetBytes(text))?.Root;
}
