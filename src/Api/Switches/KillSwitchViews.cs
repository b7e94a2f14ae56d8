using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Chat.Switches;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Switches;

/// <summary>Something that is switched off.</summary>
/// <param name="Scope"><c>service</c>: for all tenants; <c>tenant</c>: for this one.</param>
/// <param name="Kind"><c>service</c>, <c>tenant</c>, <c>engine</c>, <c>flow_version</c>, <c>node_type</c> or <c>model_provider</c>.</param>
/// <param name="Subject"><c>v1</c>, <c>FLOW@VERSION</c>, a node type, a provider; null for the service and a tenant.</param>
/// <param name="ExpiresAt">When it ends by itself; null: never.</param>
public sealed record KillSwitchView(
    [property: AllowedValues("service", "tenant")] string Scope,
    [property: AllowedValues("service", "tenant", "engine", "flow_version", "node_type", "model_provider")] string Kind,
    string? Subject, string Reason, string By, DateTimeOffset At, DateTimeOffset? ExpiresAt);

/// <summary>What a PUT takes.</summary>
/// <param name="ExpiresAt">A time to come; without it the switch stays until it is taken back.</param>
public sealed record KillSwitchBody(
    [property: AllowedValues("service", "tenant", "engine", "flow_version", "node_type", "model_provider")] string Kind,
    [property: Text(Missing = "reason_needed")] string Reason,
    [property: Text] string? Subject = null,
    DateTimeOffset? ExpiresAt = null);

/// <summary>What each switch would do to the tenant's next message.</summary>
/// <param name="Passed">All drills did what was expected.</param>
public sealed record DrillsView(string Tenant, bool Passed, IReadOnlyList<DrillView> Drills);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Page<KillSwitchView>))]
[JsonSerializable(typeof(DrillsView))]
[JsonSerializable(typeof(KillSwitchBody))]
internal sealed partial class SwitchJsonContext : JsonSerializerContext;
