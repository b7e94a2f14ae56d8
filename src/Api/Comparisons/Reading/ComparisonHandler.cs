using System.Text.Json;
using FlowEngine.Api.Access;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Storage.Comparisons;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Comparisons.Reading;

/// <summary>The comparisons of the caller's tenant.</summary>
public sealed class ComparisonHandler(ComparisonStore store, TimeProvider time)
{
    private const int PageSize = 50;

    public async Task<Results<Ok<Page<ComparisonView>>, ApiProblem>> ListAsync(
        Caller caller, ComparisonQuery query, string? next, CancellationToken cancellationToken)
    {
        var (filter, _, faults) = query.Read(time.GetUtcNow());
        var (before, cursor) = Cursor.Read(next);
        if (filter is null || cursor is not null)
        {
            return ApiProblems.InvalidRequest(cursor is null ? faults : [.. faults, cursor]);
        }

        var rows = await store.ListAsync(caller.Tenant.Profile.Key, filter, before, PageSize + 1, cancellationToken);
        return TypedResults.Ok(Cursor.Page(rows, PageSize, ComparisonMapping.View, row => row.RowId));
    }

    /// <param name="raw">As the answers were, where they are still kept; else masked.</param>
    public async Task<Results<Ok<ComparisonDetailView>, ApiProblem>> GetAsync(Caller caller, Guid id, bool raw, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(caller.Tenant.Profile.Key, id, cancellationToken) is not { } found)
        {
            return ApiProblems.NotFound($"There is no comparison '{id}'.");
        }

        var (control, candidate) = raw
            ? (found.ControlRaw ?? found.Control, found.CandidateRaw ?? found.Candidate)
            : (found.Control, found.Candidate);
        return TypedResults.Ok(new ComparisonDetailView(
            ComparisonMapping.View(found.Row), Json(control), Json(candidate), Json(found.Verdict), found.FlowVersionId, found.Attempts, found.FinishedAt));
    }

    private static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);
}
