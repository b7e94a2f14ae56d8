using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;

namespace FlowEngine.Api.Assistants;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AiConfigurationView))]
[JsonSerializable(typeof(Page<AiConfigurationView>))]
[JsonSerializable(typeof(AiConfigurationTestView))]
internal sealed partial class AiConfigurationJson : JsonSerializerContext;
