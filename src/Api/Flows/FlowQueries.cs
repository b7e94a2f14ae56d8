using System.Globalization;
using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Api.Flows;

/// <summary>Versions of flows as they are stored.</summary>
public sealed class FlowQueries(FlowVersionStore store)
{
    private const int PageSize = 50;

    /// <param name="archived"><c>true</c>: those too that were archived.</param>
    public async Task<IResult> VersionsAsync(
        HttpContext http, string name, string? next, string? archived, CancellationToken cancellationToken)
    {
        var before = 0;
        if (next is not null && !int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            return ApiProblems.InvalidRequest([new("next", "invalid_cursor", "'next' is not one that a list gave.")]).ToResult();
        }

        if (archived is not (null or "" or "true" or "false"))
        {
            return ApiProblems.InvalidRequest([new("archived", "invalid", "'archived' is true or false.")]).ToResult();
        }

        var versions = await store.VersionsAsync(
            http.Caller().Tenant.Profile.Key, name, next is null ? null : before, PageSize + 1, cancellationToken, archived == "true");
        return versions.Count == 0 && next is null
            ? FlowProblems.NotFound(name).ToResult()
            : Page(versions, version => version.Version.ToString(CultureInfo.InvariantCulture));
    }

    /// <param name="version">Null: the active one, else the newest.</param>
    public async Task<IResult> GetAsync(HttpContext http, string name, int? version, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(http.Caller().Tenant.Profile.Key, name, version, cancellationToken) is not { } detail)
        {
            return (version is { } number ? FlowProblems.VersionNotFound(name, number) : FlowProblems.NotFound(name)).ToResult();
        }

        FlowEtag.Give(http.Response, detail.Summary.Etag);
        return Results.Json(View(detail), FlowJson.Context.FlowDetailView);
    }

    private static IResult Page(IReadOnlyList<FlowVersionSummary> rows, Func<FlowVersionSummary, string> cursor) => Results.Json(
        new Page<FlowVersionView>([.. rows.Take(PageSize).Select(View)], rows.Count > PageSize ? cursor(rows[PageSize - 1]) : null),
        FlowJson.Context.PageFlowVersionView);

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
