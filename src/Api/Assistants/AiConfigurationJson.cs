using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Assistants;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AiConfigurationView))]
[JsonSerializable(typeof(Page<AiConfigurationView>))]
[JsonSerializable(typeof(AiConfigurationTestView))]
internal sealed partial class AiConfigurationJson : JsonSerializerContext
{
    /// <summary>Letters as they are.</summary>
    public static AiConfigurationJson Context { get; } = new(new JsonSerializerOptions(Default.Options) { Encoder = RelaxedJson.Encoder });
}
