using FlowEngine.Api.Access;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowEngine.Api.Comparisons.Series;

public static class SeriesEndpoints
{
    private const string Window = "Of the window from `from` to `to`; without `from` of the 30 days before its end, at most of 366 days. Nothing is written.";

    public static void MapComparisonSeries(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/comparisons").WithTags("Comparisons").RequireScope(AccessScope.Engineer);
        group.MapGet("/series", SeriesAsync)
            .WithName("getComparisonSeries")
            .WithSummary("Comparisons by day or hour: counts, the rate of differences with its interval, and the control's own noise beside it.")
            .WithDescription(Window + " `by` is `day` or `hour`; a day or hour without comparisons is left out. Without `mode` of `resync`: the two modes are never mixed.");
        group.MapGet("/clusters", ClustersAsync)
            .WithName("listComparisonClusters")
            .WithSummary("Differences by cause, the most frequent first, each with its worst comparison.")
            .WithDescription(Window);
    }

    private static async Task<Results<Ok<Page<SeriesPointView>>, ApiProblem>> SeriesAsync(
        Caller caller, SeriesHandler handler, [AsParameters] ComparisonQuery query, string? by, CancellationToken cancellationToken)
    {
        var (points, problem) = await handler.PointsAsync(caller, query, by, cancellationToken);
        return points is null ? problem! : TypedResults.Ok(points);
    }

    private static async Task<Results<Ok<Page<ClusterView>>, ApiProblem>> ClustersAsync(
        Caller caller, SeriesHandler handler, [AsParameters] ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (clusters, problem) = await handler.ClustersAsync(caller, query, cancellationToken);
        return clusters is null ? problem! : TypedResults.Ok(clusters);
    }
}
