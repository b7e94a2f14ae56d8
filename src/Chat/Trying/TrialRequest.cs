using FlowEngine.Chat.Tenants;
using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Trying;

/// <param name="Message">Null: a time-out, or with <paramref name="NodeId"/> no answer.</param>
/// <param name="Variables">Set before.</param>
/// <param name="NodeId">The only node to run; null: a whole turn.</param>
public sealed record TrialRequest(
    TenantSnapshot Tenant,
    FlowVersionRef Flow,
    IFlowVersions Versions,
    TrialState State,
    string? Message,
    string? Language,
    IReadOnlyDictionary<VariablePath, Value> Variables,
    string? NodeId);
