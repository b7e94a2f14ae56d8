using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace FlowEngine.Text;

/// <summary>Reads a regular expression that runs in linear time; any other is refused.</summary>
internal sealed class SafePatternConverter : JsonConverter<Regex>
{
    public override Regex Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return SafePattern.Read(JsonText.Of(document.RootElement), out var error) ?? throw new JsonException(error);
    }

    public override void Write(Utf8JsonWriter writer, Regex value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
