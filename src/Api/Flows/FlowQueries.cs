using System.Globalization;
using FlowEngine.Api.Access;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Storage.Flows;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Flows;

/// <summary>Versions of flows as they are stored.</summary>
public sealed class FlowQueries(FlowVersionStore store)
{
    private const int PageSize = 50;

    /// <param name="archived">Those too that were archived.</param>
    public async Task<Results<Ok<Page<FlowVersionView>>, ApiProblem>> VersionsAsync(
        Caller caller, string name, string? next, bool archived, CancellationToken cancellationToken)
    {
        var (before, fault) = Cursor.Read(next);
        if (fault is not null || before > int.MaxValue)
        {
            return ApiProblems.InvalidRequest([fault ?? Cursor.Read("?").Fault!]);
        }

        var versions = await store.VersionsAsync(caller.Tenant.Profile.Key, name, (int?)before, PageSize + 1, cancellationToken, archived);
        return versions.Count == 0 && next is null
            ? FlowProblems.NotFound(name)
            : TypedResults.Ok(Page(versions, version => version.Version.ToString(CultureInfo.InvariantCulture)));
    }

    /// <param name="version">Null: the active one, else the newest.</param>
    public async Task<Results<OkWithEtag<FlowDetailView>, ApiProblem>> GetAsync(
        Caller caller, string name, int? version, CancellationToken cancellationToken) =>
        await store.GetAsync(caller.Tenant.Profile.Key, name, version, cancellationToken) is { } detail
            ? new OkWithEtag<FlowDetailView>(View(detail), detail.Summary.Etag)
            : version is { } number ? FlowProblems.VersionNotFound(name, number) : FlowProblems.NotFound(name);

    private static Page<FlowVersionView> Page(IReadOnlyList<FlowVersionSummary> rows, Func<FlowVersionSummary, string> cursor) =>
        new([.. rows.Take(PageSize).Select(View)], rows.Count > PageSize ? cursor(rows[PageSize - 1]) : null);

    private static FlowVersionView View(FlowVersionSummary row) => new(
        row.Name, row.Version, row.IsActive, row.Status, row.Etag, row.Author, row.Note, row.CreatedAt, row.PublishedAt);

    private static FlowDetailView View(FlowVersionDetail detail)
    {
        var row = detail.Summary;
        return new(
            row.Name, row.Version, row.IsActive, row.Status, row.Etag, row.Author, row.Note, row.CreatedAt, row.PublishedAt,
            detail.StartNodeId, RawJson.Of(detail.FlowData), string.IsNullOrEmpty(detail.Settings) ? null : RawJson.Of(detail.Settings));
    }
}
