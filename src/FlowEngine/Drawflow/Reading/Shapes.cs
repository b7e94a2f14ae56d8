using System.Text.Json;

namespace FlowEngine.Drawflow.Reading;

/// <summary>What a JSON value could be within a Drawflow document.</summary>
internal static class Shapes
{
    public static bool IsNode(JsonElement value) =>
        value.IsObject() && (IsPorts(value.Member("inputs")) || IsPorts(value.Member("outputs")));

    public static bool IsModule(JsonElement value) =>
        value.IsObject() && !IsNode(value) && value.Member("data") is { ValueKind: JsonValueKind.Object or JsonValueKind.Array };

    /// <summary>
    /// A module of which every entry is a node, so that it needs no <c>drawflow</c> around it to be one.
    /// A list of nodes among other members is a wrapper instead.
    /// </summary>
    public static bool IsSureModule(JsonElement value) =>
        IsModule(value) && (value.Member("data") is var data && data.IsObject()
            ? data.EnumerateObject().All(p => IsNode(p.Value))
            : value.GetPropertyCount() == 1 && IsNodeList(value.Member("data"), mayBeEmpty: true));

    public static bool IsNodeList(JsonElement value, bool mayBeEmpty = false) =>
        value.IsArray()
        && value.EnumerateArray().Where(JsonMembers.IsPresent).ToList() is var items
        && (mayBeEmpty || items.Count > 0)
        && items.TrueForAll(IsNode);

    public static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => !value.IsPresent(),
    };

    /// <summary>A text that holds a Drawflow document in some form.</summary>
    public static bool IsDocumentText(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.Length > 0 && start[0] is '{' or '[' or '"'
            && (text.Contains("drawflow", StringComparison.Ordinal)
                || text.Contains("\"nodes", StringComparison.Ordinal)
                || text.Contains("inputs", StringComparison.Ordinal)
                || text.Contains("outputs", StringComparison.Ordinal));
    }

    private static bool IsPorts(JsonElement value) => value is { ValueKind: JsonValueKind.Object or JsonValueKind.Array };
}
