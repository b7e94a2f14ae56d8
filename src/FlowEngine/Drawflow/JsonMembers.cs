using System.Text.Json;

namespace FlowEngine.Drawflow;

internal static class JsonMembers
{
    /// <summary>The member's value, or an undefined element where the value is no object or lacks it.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    public static bool IsPresent(this JsonElement element) =>
        element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public static bool IsObject(this JsonElement element) => element.ValueKind == JsonValueKind.Object;

    public static bool IsArray(this JsonElement element) => element.ValueKind == JsonValueKind.Array;

    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
