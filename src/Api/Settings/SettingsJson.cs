using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Settings;

/// <summary>Settings as JSON: letters as they are.</summary>
internal static class SettingsJson
{
    public static SettingsJsonContext Context { get; } = new(new JsonSerializerOptions(SettingsJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
    });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SettingsView))]
internal sealed partial class SettingsJsonContext : JsonSerializerContext;
