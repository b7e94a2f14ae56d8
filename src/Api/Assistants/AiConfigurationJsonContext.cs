using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;

namespace FlowEngine.Api.Assistants;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AiConfigurationView))]
[JsonSerializable(typeof(Page<AiConfigurationView>))]
[JsonSerializable(typeof(AiConfigurationTestView))]
[JsonSerializable(typeof(AiConfigurationBody))]
internal sealed partial class AiConfigurationJsonContext : JsonSerializerContext;
