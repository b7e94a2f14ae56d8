using System.Text.Json.Serialization;

namespace FlowEngine.Api.Settings;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SettingsView))]
[JsonSerializable(typeof(SettingsBody))]
internal sealed partial class SettingsJsonContext : JsonSerializerContext;
