using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Chat.Turns;

/// <summary>A text that is JSON already stands in the document as what it is, and not as a string with every quote escaped.</summary>
public sealed class RawJsonConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.GetRawText();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value, skipInputValidation: true);
}
