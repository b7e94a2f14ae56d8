using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>What is stored for candidates.</summary>
internal static class CandidateJson
{
    public static string Write(CandidateInput input) => JsonSerializer.Serialize(input, CandidateJsonContext.Default.CandidateInput);

    public static string Write(FreeState state) => JsonSerializer.Serialize(state, CandidateJsonContext.Default.FreeState);

    /// <summary>Null where the text is none.</summary>
    public static CandidateInput? Input(string json) => Read(json, CandidateJsonContext.Default.CandidateInput);

    /// <summary>Null where the text is none.</summary>
    public static FreeState? Free(string json) => Read(json, CandidateJsonContext.Default.FreeState);

    private static T? Read<T>(string json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CandidateInput))]
[JsonSerializable(typeof(FreeState))]
internal sealed partial class CandidateJsonContext : JsonSerializerContext;
