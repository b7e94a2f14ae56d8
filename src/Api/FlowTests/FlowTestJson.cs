using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Conversations;

namespace FlowEngine.Api.FlowTests;

/// <summary>Tests and their reports as JSON.</summary>
internal static class FlowTestJson
{
    public static FlowTestJsonContext Context { get; } = new(new JsonSerializerOptions(FlowTestJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
        WriteIndented = true,
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FlowTestRunView))]
[JsonSerializable(typeof(IReadOnlyList<FlowTestRunView>))]
[JsonSerializable(typeof(StoredTestView))]
[JsonSerializable(typeof(Page<StoredTestView>))]
[JsonSerializable(typeof(FromConversationBody))]
internal sealed partial class FlowTestJsonContext : JsonSerializerContext;
