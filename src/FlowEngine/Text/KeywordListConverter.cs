using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Text;

/// <summary>Reads keywords from a list, one text with commas, or either of them by language.</summary>
internal sealed class KeywordListConverter : JsonConverter<KeywordMatcher>
{
    public override KeywordMatcher Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return KeywordList.Read(document.RootElement, out var error) ?? throw new JsonException(error);
    }

    public override void Write(Utf8JsonWriter writer, KeywordMatcher value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Keywords, options);
}
