using FlowEngine.Chat.Tenants;

namespace FlowEngine.Api.Flows;

/// <summary>Runs the tests that a flow has against one of its versions. Here, not in FlowTests, so that the folders form no cycle.</summary>
public interface IFlowTestGate
{
    /// <returns>Names of those that fail; empty where all pass or there are none.</returns>
    Task<IReadOnlyList<string>> FailedAsync(TenantSnapshot tenant, string flow, int version, CancellationToken cancellationToken);
}
