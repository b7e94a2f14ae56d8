using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Api.Trying;

/// <param name="Message">Null: a time-out, or with <paramref name="NodeId"/> no answer.</param>
/// <param name="Variables">Set before.</param>
/// <param name="NodeId">The only node to run; null: a whole turn.</param>
internal sealed record TrialRequest(
    TenantSnapshot Tenant,
    FlowVersionRef Flow,
    IFlowVersions Versions,
    TrialState State,
    string? Message,
    string? Language,
    IReadOnlyDictionary<VariablePath, Value> Variables,
    string? NodeId);
