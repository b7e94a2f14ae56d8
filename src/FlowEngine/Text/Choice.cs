using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// One of several answers: <c>"Red"</c>, <c>{ "tr": "Kırmızı", "en": "Red" }</c> or <c>{ "value": "red", "label": ... }</c>.
/// Without a value it is the label's first text; without a label it is the value.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed class Choice
{
    private readonly string _json;

    private Choice(Value value, LocalizedTemplate label, string json)
    {
        Value = value;
        Label = label;
        _json = json;
    }

    /// <summary>What is stored.</summary>
    public Value Value { get; }

    /// <summary>What is shown.</summary>
    public LocalizedTemplate Label { get; }

    public static bool TryParse(JsonElement json, [NotNullWhen(true)] out Choice? choice, [NotNullWhen(false)] out string? error)
    {
        choice = null;
        var isPair = json.ValueKind == JsonValueKind.Object && (JsonText.TryGet(json, "value", out _) || JsonText.TryGet(json, "label", out _));
        var shown = isPair ? JsonText.TryGet(json, "label", out var label) ? label : JsonText.Find(json, "value") : json;
        if (!LocalizedTemplate.TryParse(shown, out var template, out error))
        {
            return false;
        }

        var first = template.ByLanguage.First().Value.Source;
        var value = isPair && JsonText.TryGet(json, "value", out var given) ? Value.FromJson(given) : Value.Of(first);
        if (value.IsEmpty || value.Kind is ValueKind.List or ValueKind.Object)
        {
            error = "a choice's value is text, a number or a boolean";
            return false;
        }

        choice = new Choice(value, template, json.GetRawText());
        return true;
    }

    /// <summary>Reads and writes the JSON as it stands.</summary>
    public sealed class Converter : JsonConverter<Choice>
    {
        public override Choice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return TryParse(document.RootElement, out var choice, out var error) ? choice : throw new JsonException(error);
        }

        public override void Write(Utf8JsonWriter writer, Choice value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value._json);
    }
}
