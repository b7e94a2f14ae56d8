using System.Globalization;
using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Problems;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.Api.Comparisons.Reading;

/// <summary>The comparisons of the caller's tenant.</summary>
public sealed class ComparisonHandler(ComparisonStore store, TimeProvider time)
{
    private const int PageSize = 50;

    public async Task<IResult> ListAsync(HttpContext http, ComparisonQuery query, string? next, CancellationToken cancellationToken)
    {
        var (filter, _, faults) = query.Read(time.GetUtcNow());
        var before = 0L;
        if (next is not null && !long.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            faults = [.. faults, new("next", "invalid_cursor", "'next' is not a cursor of this list. Use the value of 'next' from the page before.")];
        }

        if (filter is null || faults.Count > 0)
        {
            return ApiProblems.InvalidRequest(faults).ToResult();
        }

        var tenant = http.Caller().Tenant.Profile.Key;
        var rows = await store.ListAsync(tenant, filter, next is null ? null : before, PageSize + 1, cancellationToken);
        return Results.Json(
            new Page<ComparisonView>(
                [.. rows.Take(PageSize).Select(ComparisonMapping.View)],
                rows.Count > PageSize ? rows[PageSize - 1].RowId.ToString(CultureInfo.InvariantCulture) : null),
            ComparisonJson.Context.PageComparisonView);
    }

    /// <param name="raw">As the answers were, where they are still kept; else masked.</param>
    public async Task<IResult> GetAsync(HttpContext http, Guid id, bool raw, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(http.Caller().Tenant.Profile.Key, id, cancellationToken) is not { } found)
        {
            return ApiProblems.NotFound($"There is no comparison '{id}'.").ToResult();
        }

        var (control, candidate) = raw
            ? (found.ControlRaw ?? found.Control, found.CandidateRaw ?? found.Candidate)
            : (found.Control, found.Candidate);
        return Results.Json(
            new ComparisonDetailView(
                ComparisonMapping.View(found.Row), Json(control), Json(candidate), Json(found.Verdict), found.FlowVersionId, found.Attempts, found.FinishedAt),
            ComparisonJson.Context.ComparisonDetailView);
    }

    private static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);
}
