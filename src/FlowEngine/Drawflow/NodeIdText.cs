using System.Globalization;
using System.Text.Json;

namespace FlowEngine.Drawflow;

/// <summary>Ids are compared as text; the editor writes them as numbers or strings.</summary>
internal static class NodeIdText
{
    private const double MaxSafeInteger = 9007199254740991;

    public static string? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => OfNumber(element),
        _ => null,
    };

    /// <summary>Whether JavaScript would write the id as a number: a canonical, safe, non-negative integer.</summary>
    public static bool IsNumeric(string id, out long number) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number <= MaxSafeInteger
        && (id.Length == 1 || id[0] != '0');

    private static string OfNumber(JsonElement element) =>
        element.TryGetDouble(out var value) && Math.Abs(value) <= MaxSafeInteger && Math.Floor(value) == value
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : element.GetRawText();
}
