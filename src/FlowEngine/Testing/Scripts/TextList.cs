using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Testing.Scripts;

/// <summary>One text, or a list of them.</summary>
[JsonConverter(typeof(Converter))]
public sealed record TextList(IReadOnlyList<string> Texts)
{
    /// <summary>Reads a text or a list; writes one text as a text.</summary>
    public sealed class Converter : JsonConverter<TextList>
    {
        public override TextList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var json = document.RootElement;
            var items = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : new[] { json };
            return items.All(item => item.ValueKind == JsonValueKind.String)
                ? new([.. items.Select(item => item.GetString()!)])
                : throw new JsonException("A text or a list of texts is expected here.");
        }

        public override void Write(Utf8JsonWriter writer, TextList value, JsonSerializerOptions options)
        {
            if (value.Texts.Count == 1)
            {
                writer.WriteStringValue(value.Texts[0]);
                return;
            }

            writer.WriteStartArray();
            foreach (var text in value.Texts)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }
    }
}
