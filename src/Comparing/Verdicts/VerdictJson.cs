using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace FlowEngine.Comparing.Verdicts;

/// <summary>A verdict as it is stored.</summary>
public static class VerdictJson
{
    private static readonly VerdictContext s_context = new(new JsonSerializerOptions(VerdictContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static string Write(Verdict verdict) => JsonSerializer.Serialize(verdict, s_context.Verdict);

    /// <summary>Null where the text is no verdict.</summary>
    public static Verdict? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, s_context.Verdict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ResultConverter), typeof(SeverityConverter)],
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Verdict))]
internal sealed partial class VerdictContext : JsonSerializerContext;

internal sealed class ResultConverter() : JsonStringEnumConverter<ComparisonResult>(JsonNamingPolicy.SnakeCaseLower);

internal sealed class SeverityConverter() : JsonStringEnumConverter<Severity>(JsonNamingPolicy.SnakeCaseLower);
