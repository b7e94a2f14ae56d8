using FlowEngine.Api.Flows;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.FlowTests;

/// <summary>Runs the tests that are stored with a flow against one of its stored versions, a draft too.</summary>
public sealed class StoredFlowTests(FlowTestStore tests, FlowVersionStore versions, FlowTestSuite suite) : IFlowTestGate
{
    /// <summary>Tests that one flow may have: publishing waits for all of them.</summary>
    public const int MaxTests = 200;

    public async Task<IReadOnlyList<string>> FailedAsync(
        TenantSnapshot tenant, string flow, int version, CancellationToken cancellationToken) =>
        await RunAsync(tenant, flow, version, [], cancellationToken) is { } run
            ? [.. run.Tests.Where(test => !test.Passed).Select(test => test.Id)]
            : [];

    /// <param name="names">Only these; empty: all.</param>
    /// <returns>Null where the tenant has no such version. A flow without tests passes.</returns>
    public async Task<FlowTestRunView?> RunAsync(
        TenantSnapshot tenant, string flow, int version, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var key = tenant.Profile.Key;
        if (await versions.GetAsync(key, flow, version, cancellationToken) is not { } detail)
        {
            return null;
        }

        var stored = await tests.ListAsync(key, flow, cancellationToken);
        var subject = suite.Subject(tenant, new(detail.Id, flow, version), versions);
        var sources = stored
            .Where(test => names.Count == 0 || names.Contains(test.Name))
            .Select(test => new FlowTestSource(test.Name, test.Script));
        return await suite.RunAsync(subject, [.. sources], cancellationToken);
    }
}
