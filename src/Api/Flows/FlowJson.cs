using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Flows;

/// <summary>Flows and findings as JSON: generated code, letters of every script as they are.</summary>
internal static class FlowJson
{
    /// <summary>A document may be nested as deep as the reader takes it, within what carries it.</summary>
    private const int Depth = 96;

    public static FlowJsonContext Context { get; } = new(new JsonSerializerOptions(FlowJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
        MaxDepth = Depth,
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(FindingsView))]
[JsonSerializable(typeof(SavedFlowView))]
[JsonSerializable(typeof(FlowDetailView))]
[JsonSerializable(typeof(FlowDifferenceView))]
[JsonSerializable(typeof(FlowImpactView))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Page<FlowVersionView>))]
[JsonSerializable(typeof(FlowSettings))]
[JsonSerializable(typeof(RollbackBody))]
[JsonSerializable(typeof(List<FindingView>))]
[JsonSerializable(typeof(IReadOnlyList<FindingView>))]
[JsonSerializable(typeof(FindingView[]))]
internal sealed partial class FlowJsonContext : JsonSerializerContext;
