using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Http;

/// <summary>JSON that stands in an answer byte for byte as it was sent, its escapes and blanks too.</summary>
/// <param name="Text">Valid JSON.</param>
[JsonConverter(typeof(Converter))]
public sealed record RawJson(string Text)
{
    /// <summary>Legacy rows may hold what is no JSON: it is shown as the text it is.</summary>
    public static RawJson Of(string stored)
    {
        try
        {
            using var document = JsonDocument.Parse(stored);
            return new(stored);
        }
        catch (JsonException)
        {
            return new($"\"{JsonEncodedText.Encode(stored, RelaxedJson.Encoder)}\"");
        }
    }

    /// <summary>Writes the text as it is.</summary>
    public sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}
