using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Tenants;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Drawflow;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <summary>The tenant's flows, each with what a designer wants to know before opening it.</summary>
public sealed class FlowListing(FlowVersionStore store, FlowCounts counts, TenantFlowChecker checker, ITenantFacts facts)
{
    private const int PageSize = 50;

    /// <param name="next">Name of the last flow seen; null begins.</param>
    internal async Task<Page<FlowListView>> ListAsync(Caller caller, string? next, CancellationToken cancellationToken)
    {
        var tenant = caller.Tenant.Profile;
        var flows = await store.ListAsync(tenant.Key, next, PageSize + 1, cancellationToken);
        var page = flows.Take(PageSize).ToList();
        string[] names = [.. page.Select(flow => flow.Name)];
        var newest = await counts.NewestAsync(tenant.Key, names, cancellationToken);
        var tests = await counts.TestsAsync(tenant.Key, names, cancellationToken);
        var waiting = await counts.WaitingAsync(tenant.Key, names, cancellationToken);
        var views = new List<FlowListView>(page.Count);
        foreach (var flow in page)
        {
            var findings = await FindingsAsync(tenant, flow, cancellationToken);
            var head = newest.GetValueOrDefault(flow.Name) ?? new(flow.Version, flow.Status);
            views.Add(new(
                flow.Name, flow.Version, flow.IsActive, flow.Status, flow.Etag, flow.Author, flow.Note, flow.CreatedAt, flow.PublishedAt,
                new(head.Version, head.Status), findings.Errors, findings.Warnings, tests.GetValueOrDefault(flow.Name),
                waiting.GetValueOrDefault(flow.Name), flow.Name == tenant.Settings.DefaultFlow));
        }

        return new(views, flows.Count > PageSize ? page[^1].Name : null);
    }

    /// <summary>Findings depend on what the tenant may use and has, so they are kept as long as none of that changes.</summary>
    private ValueTask<FindingCounts> FindingsAsync(TenantProfile tenant, FlowVersionSummary flow, CancellationToken cancellationToken) => facts.GetAsync(
        tenant.Key, $"findings {flow.Name} {flow.Version} {flow.Etag}", token => CountAsync(tenant, flow, token), cancellationToken);

    private async ValueTask<FindingCounts> CountAsync(TenantProfile tenant, FlowVersionSummary flow, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(tenant.Key, flow.Name, flow.Version, cancellationToken) is not { } detail)
        {
            return new(0, 0);
        }

        var check = await checker.CheckAsync(tenant, flow.Name, DrawflowReader.Read(detail.FlowData), detail.StartNodeId, cancellationToken);
        var errors = check.Findings.Count(finding => finding.Severity == Severity.Error);
        return new(errors, check.Findings.Count - errors);
    }

    private sealed record FindingCounts(int Errors, int Warnings);
}

/// <summary>A flow: its active version, else the newest one.</summary>
/// <param name="Status"><c>draft</c>, <c>published</c> or <c>archived</c>.</param>
/// <param name="Author">Who saved it: <c>key:ID</c>.</param>
/// <param name="Newest">The newest version that is not archived.</param>
/// <param name="Errors">Findings of the version that block its publishing.</param>
/// <param name="Warnings">Its other findings.</param>
/// <param name="Tests">Stored conversation tests.</param>
/// <param name="Waiting">Conversations that wait in any version of it.</param>
/// <param name="IsDefault">New conversations begin in it where a request names no flow.</param>
public sealed record FlowListView(
    string Name,
    int Version,
    bool IsActive,
    string Status,
    string Etag,
    string? Author,
    string? Note,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PublishedAt,
    NewestVersionView Newest,
    int Errors,
    int Warnings,
    int Tests,
    int Waiting,
    bool IsDefault);

/// <param name="Status"><c>draft</c> or <c>published</c>.</param>
public sealed record NewestVersionView(int Version, string Status);
