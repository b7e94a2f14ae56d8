using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
using FlowEngine.Chat.Switches;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Switches;

/// <summary>Something that is switched off.</summary>
/// <param name="Scope"><c>service</c>: for all tenants; <c>tenant</c>: for this one.</param>
/// <param name="Kind"><c>service</c>, <c>tenant</c>, <c>engine</c>, <c>flow_version</c>, <c>node_type</c> or <c>model_provider</c>.</param>
/// <param name="Subject"><c>v1</c>, <c>FLOW@VERSION</c>, a node type, a provider; null for the service and a tenant.</param>
/// <param name="ExpiresAt">When it ends by itself; null: never.</param>
public sealed record KillSwitchView(
    string Scope, string Kind, string? Subject, string Reason, string By, DateTimeOffset At, DateTimeOffset? ExpiresAt);

/// <summary>What a PUT takes.</summary>
public sealed record KillSwitchBody(string Kind, string? Subject, string Reason, DateTimeOffset? ExpiresAt);

/// <summary>What each switch would do to the tenant's next message.</summary>
/// <param name="Passed">All drills did what was expected.</param>
public sealed record DrillsView(string Tenant, bool Passed, IReadOnlyList<DrillView> Drills);

internal static class SwitchJson
{
    public static SwitchJsonContext Context { get; } = new(new JsonSerializerOptions(SwitchJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
    });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Page<KillSwitchView>))]
[JsonSerializable(typeof(DrillsView))]
internal sealed partial class SwitchJsonContext : JsonSerializerContext;
