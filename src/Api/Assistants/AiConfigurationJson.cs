using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Assistants;

/// <summary>AI configurations as JSON: letters as they are.</summary>
internal static class AiConfigurationJson
{
    public static AiConfigurationJsonContext Context { get; } = new(new JsonSerializerOptions(AiConfigurationJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
    });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AiConfigurationView))]
[JsonSerializable(typeof(Page<AiConfigurationView>))]
[JsonSerializable(typeof(AiConfigurationTestView))]
internal sealed partial class AiConfigurationJsonContext : JsonSerializerContext;
