using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Settings;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SettingsView))]
internal sealed partial class SettingsJson : JsonSerializerContext
{
    /// <summary>Letters as they are.</summary>
    public static SettingsJson Context { get; } = new(new JsonSerializerOptions(Default.Options) { Encoder = RelaxedJson.Encoder });
}
