using System.Globalization;
using System.Text.Json;

namespace FlowEngine.Integrations.Wire;

/// <summary>Reads JSON as services write it: numbers as text, members that are null or of another kind, what JSON does not know.</summary>
internal static class WireJson
{
    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <returns>Null where it is not JSON.</returns>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, s_lenient);
        }
        catch (JsonException)
        {
            return ParseRepaired(json);
        }
    }

    /// <summary>The first of these members that is there and not null.</summary>
    public static JsonElement? Member(this JsonElement? json, params ReadOnlySpan<string> names)
    {
        if (json is not { ValueKind: JsonValueKind.Object } members)
        {
            return null;
        }

        foreach (var name in names)
        {
            if (members.TryGetProperty(name, out var member) && member.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                return member;
            }
        }

        return null;
    }

    public static JsonElement? Member(this JsonElement json, params ReadOnlySpan<string> names) => Member((JsonElement?)json, names);

    /// <summary>The elements of a list; anything else but null is a list of one.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement? json) => json switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { } one => [one],
    };

    /// <summary>A name or a word: short text that needs no putting together.</summary>
    public static string? Word(this JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.String } text)
        {
            return null;
        }

        var whole = new WireText();
        whole.Add(text);
        return whole.TakeRest().Trim();
    }

    /// <summary>A count, however it is written; null where it is none.</summary>
    public static int? Count(this JsonElement? json)
    {
        double number;
        switch (json)
        {
            case { ValueKind: JsonValueKind.Number } written when written.TryGetDouble(out number):
                break;
            case { ValueKind: JsonValueKind.String } when double.TryParse(json.Word(), NumberStyles.Float, CultureInfo.InvariantCulture, out number):
                break;
            default:
                return null;
        }

        return double.IsFinite(number) ? (int)Math.Clamp(Math.Round(number), 0, int.MaxValue) : null;
    }

    private static JsonDocument? ParseRepaired(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(JsonRepair.Repair(json.Span), s_lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
