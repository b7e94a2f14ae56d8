using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Storage.Turns;
using FlowEngine.Testing;
using FlowEngine.Testing.Covering;
using FlowEngine.Testing.Running;

namespace FlowEngine.Api.FlowTests;

/// <summary>Runs scripts against a flow version in the tenant's own world: its catalogue and knowledge, the offline model, nothing sent or stored.</summary>
public sealed class FlowTestSuite(
    IProductCatalog catalog, IKnowledgeBase knowledge, NodeRegistry registry, TurnLimits limits, TimeProvider time,
    ILoggerFactory loggers)
{
    private readonly OfflineModels _models = new();

    public FlowUnderTest Subject(TenantSnapshot tenant, FlowVersionRef flow, IFlowVersions versions) => new()
    {
        Tenant = tenant.Profile,
        Flow = flow,
        ActiveFlows = tenant.ActiveFlows,
        Versions = versions,
        Registry = registry,
        Catalog = catalog,
        Knowledge = knowledge,
        Models = _models,
        Limits = limits,
        Time = time,
        Loggers = loggers,
    };

    public async Task<FlowTestRunView> RunAsync(FlowUnderTest subject, IReadOnlyList<FlowTestSource> tests, CancellationToken cancellationToken)
    {
        var load = await new FlowCache(subject.Versions, subject.Registry).GetAsync(subject.Tenant.Key, subject.Flow.Id, cancellationToken);
        var coverage = load.Version is { } version ? new FlowCoverage(version) : null;
        var views = new List<FlowTestView>(tests.Count);
        foreach (var source in tests)
        {
            if (source.Reading.Test is not { } test)
            {
                views.Add(FlowTestReport.Unread(source));
                continue;
            }

            var result = await FlowTestRunner.RunAsync(subject, test, cancellationToken);
            coverage?.Add(result.Turns);
            views.Add(FlowTestReport.View(source, result));
        }

        return FlowTestReport.View(subject.Flow.Name, views, coverage?.Report());
    }
}
