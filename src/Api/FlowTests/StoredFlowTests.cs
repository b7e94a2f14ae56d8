using FlowEngine.Api.Flows;
using FlowEngine.Chat.Jobs;
using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Flows;
using FlowEngine.Testing.Generating;
using FlowEngine.Testing.Running;

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
        TenantSnapshot tenant, string flow, int version, IReadOnlyCollection<string> names, CancellationToken cancellationToken,
        JobProgress? progress = null)
    {
        var key = tenant.Profile.Key;
        if (await versions.GetAsync(key, flow, version, cancellationToken) is not { } detail)
        {
            return null;
        }

        var sources = await SourcesAsync(key, flow, names, cancellationToken);
        return await suite.RunAsync(Subject(tenant, detail), sources, cancellationToken, progress);
    }

    /// <summary>Tests for what the stored ones do not come by.</summary>
    /// <returns>Null where the tenant has no such version.</returns>
    public async Task<GeneratedTests?> GenerateAsync(
        TenantSnapshot tenant, string flow, int version, JobProgress progress, CancellationToken cancellationToken)
    {
        var key = tenant.Profile.Key;
        return await versions.GetAsync(key, flow, version, cancellationToken) is { } detail
            ? await suite.GenerateAsync(
                Subject(tenant, detail), await SourcesAsync(key, flow, [], cancellationToken), cancellationToken, progress)
            : null;
    }

    private FlowUnderTest Subject(TenantSnapshot tenant, FlowVersionDetail version) =>
        suite.Subject(tenant, new(version.Id, version.Summary.Name, version.Summary.Version), versions);

    private async Task<IReadOnlyList<FlowTestSource>> SourcesAsync(
        TenantKey tenant, string flow, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
    [
        .. (await tests.ListAsync(tenant, flow, cancellationToken))
            .Where(test => names.Count == 0 || names.Contains(test.Name))
            .Select(test => new FlowTestSource(test.Name, test.Script)),
    ];
}
