using FlowEngine.Api.Flows;
using FlowEngine.Chat.Tenants;

namespace FlowEngine.Api.FlowTests;

/// <summary>The tests that are stored with a flow stand before its publishing.</summary>
internal sealed class StoredTestGate(StoredFlowTests tests) : IFlowTestGate
{
    public async Task<IReadOnlyList<string>> FailedAsync(
        TenantSnapshot tenant, string flow, int version, CancellationToken cancellationToken) =>
        await tests.RunAsync(tenant, flow, version, [], cancellationToken) is { } run
            ? [.. run.Tests.Where(test => !test.Passed).Select(test => test.Id)]
            : [];
}
