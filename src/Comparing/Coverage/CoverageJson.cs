using System.Text.Json;
using System.Text.Json.Serialization;

namespace FlowEngine.Comparing.Coverage;

public static class CoverageJson
{
    public static string Write(CoverageReport report) => JsonSerializer.Serialize(report, CoverageContext.Default.CoverageReport);

    /// <summary>A list of recorded conversations, <c>[{id, messages: [{role, text}], outcome?}]</c>; null where the text is none.</summary>
    public static IReadOnlyList<RecordedConversation>? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CoverageContext.Default.RecordedConversationArray);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(CoverageReport))]
[JsonSerializable(typeof(RecordedConversation[]))]
internal sealed partial class CoverageContext : JsonSerializerContext;
