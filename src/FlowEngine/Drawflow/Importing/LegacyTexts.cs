using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowEngine.Drawflow.Importing;

/// <summary>Texts that the user or the model reads, with their templates.</summary>
internal static class LegacyTexts
{
    /// <returns>False where there is none.</returns>
    public static bool CopyText(this LegacyConfig config, string name, string? from = null)
    {
        var source = from ?? name;
        if (config.Text(config.Take(source), config.PointerTo(source)) is not { } text)
        {
            return false;
        }

        config.Data[name] = text;
        return true;
    }

    /// <summary>A text, or one by language; null where there is none.</summary>
    public static JsonNode? Text(this LegacyConfig config, JsonElement value, string pointer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return string.IsNullOrWhiteSpace(value.GetString()) ? null : LegacyTemplate.Convert(value.GetString()!, config, pointer);
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Object when value.EnumerateObject().Any() && value.EnumerateObject().All(text => text.Value.Text() is not null):
                return new JsonObject(value.EnumerateObject().Select(text => KeyValuePair.Create(
                    text.Name, (JsonNode?)LegacyTemplate.Convert(text.Value.GetString()!, config, JsonPointer.Append(pointer, text.Name)))));
            case JsonValueKind.Undefined or JsonValueKind.Null:
            case JsonValueKind.Array when value.GetArrayLength() == 0:
                return null;
            default:
                config.Decide("not_a_text", pointer, "A text is expected here.", "It is left out: write the text.");
                return null;
        }
    }
}
