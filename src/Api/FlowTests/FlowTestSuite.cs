using FlowEngine.Chat.Jobs;
using FlowEngine.Chat.Tenants;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Testing;
using FlowEngine.Testing.Covering;
using FlowEngine.Testing.Generating;
using FlowEngine.Testing.Running;
using FlowEngine.Testing.Scripts;

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

    /// <param name="progress">Counts the tests that ran.</param>
    public async Task<FlowTestRunView> RunAsync(
        FlowUnderTest subject, IReadOnlyList<FlowTestSource> tests, CancellationToken cancellationToken, JobProgress? progress = null)
    {
        var load = await new FlowCache(subject.Versions, subject.Registry).GetAsync(subject.Tenant.Key, subject.Flow.Id, cancellationToken);
        var coverage = load.Version is { } version ? new FlowCoverage(version) : null;
        var views = new List<FlowTestView>(tests.Count);
        foreach (var source in tests)
        {
            progress?.Report(views.Count, tests.Count);
            if (source.Reading.Test is not { } test)
            {
                views.Add(FlowTestReport.Unread(source));
                continue;
            }

            var result = await FlowTestRunner.RunAsync(subject, test, cancellationToken);
            coverage?.Add(result.Turns);
            views.Add(FlowTestReport.View(source, result));
        }

        progress?.Report(views.Count, tests.Count);
        return FlowTestReport.View(subject.Flow.Name, views, coverage?.Report());
    }

    /// <summary>Tests for what these do not come by; none where the flow has errors.</summary>
    /// <param name="progress">Counts the conversations that were tried.</param>
    public async Task<GeneratedTests> GenerateAsync(
        FlowUnderTest subject, IReadOnlyList<FlowTestSource> tests, CancellationToken cancellationToken, JobProgress? progress = null)
    {
        var load = await new FlowCache(subject.Versions, subject.Registry).GetAsync(subject.Tenant.Key, subject.Flow.Id, cancellationToken);
        if (load.Version is not { } version)
        {
            return new([], []);
        }

        var (coverage, results) = (new FlowCoverage(version), new List<FlowTestResult>());
        foreach (var test in tests.Select(source => source.Reading.Test).OfType<FlowTest>())
        {
            results.Add(await FlowTestRunner.RunAsync(subject, test, cancellationToken));
            coverage.Add(results[^1].Turns);
        }

        return await new FlowTestGenerator(subject, coverage, tried => progress?.Report(tried, null))
            .GenerateAsync(results, await QuestionsAsync(subject.Tenant, cancellationToken), cancellationToken);
    }

    /// <summary>What a shop may be asked for: its categories and a few of its products.</summary>
    private async ValueTask<IReadOnlyList<string>> QuestionsAsync(TenantProfile tenant, CancellationToken cancellationToken)
    {
        var categories = await catalog.CategoriesAsync(tenant.Key, cancellationToken);
        var products = await catalog.ByPriceAsync(tenant.Key, new(null, false, null, null, null, [], 2), cancellationToken);
        var names = categories.Select(category => category.Name.GetValueOrDefault(tenant.Language) ?? category.Slug).Take(3).ToList();
        return [.. names, .. products.Select(product => product.Name)];
    }
}
