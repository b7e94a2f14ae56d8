using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Observations;

/// <summary>An observation as it is stored.</summary>
public static class ObservationJson
{
    /// <summary>Letters as they are: escaped, a Turkish text is twice as long.</summary>
    internal static ObservationContext Context { get; } = new(new JsonSerializerOptions(ObservationContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    public static string Write(Observation observation) => JsonSerializer.Serialize(observation, Context.Observation);

    /// <summary>Null where the text is no observation.</summary>
    public static Observation? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Context.Observation);
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
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(Value))]
internal sealed partial class ObservationContext : JsonSerializerContext;
