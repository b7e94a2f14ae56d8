using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Chat.Trying;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Trying;

/// <summary>Tries as JSON.</summary>
internal static class TryJson
{
    public static TryJsonContext Context { get; } = new(new JsonSerializerOptions(TryJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
        MaxDepth = TryBody.Depth,
    });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TryBody))]
[JsonSerializable(typeof(TryView))]
[JsonSerializable(typeof(TryStateView))]
[JsonSerializable(typeof(Value))]
internal sealed partial class TryJsonContext : JsonSerializerContext;
