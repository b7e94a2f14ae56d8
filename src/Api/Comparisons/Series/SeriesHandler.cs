using FlowEngine.Api.Access;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Http;
using FlowEngine.Api.Problems;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.ParallelRuns.Gates;

namespace FlowEngine.Api.Comparisons.Series;

/// <summary>The comparisons of the caller's tenant over time and by cause.</summary>
public sealed class SeriesHandler(ComparedSeries series, TimeProvider time)
{
    private const string Hour = "hour";
    private const string Day = "day";

    /// <summary>The two modes are never mixed.</summary>
    private const string DefaultMode = "resync";

    /// <param name="by"><c>day</c>, the default, or <c>hour</c>.</param>
    internal async Task<(Page<SeriesPointView>? Points, ApiProblem? Problem)> PointsAsync(
        Caller caller, ComparisonQuery query, string? by, CancellationToken cancellationToken)
    {
        if (by is not (null or Day or Hour))
        {
            return (null, ApiProblems.InvalidRequest([new("by", "unknown", $"'by' is '{Day}' or '{Hour}'.")]));
        }

        var now = time.GetUtcNow();
        var (filter, window, faults) = query.Read(now);
        if (filter is null)
        {
            return (null, ApiProblems.InvalidRequest(faults));
        }

        var step = by == Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        if (((window!.To ?? now) - window.From) / step > SeriesBuilder.MostPoints)
        {
            return (null, ApiProblems.InvalidRequest(
                [new("from", "window_too_long", $"At most {SeriesBuilder.MostPoints} points are given at once. Choose a shorter window, or days.")]));
        }

        var points = await series.PointsAsync(
            caller.Tenant.Profile, filter with { Mode = filter.Mode ?? DefaultMode }, step, cancellationToken);
        return points is null ? (null, TooLarge()) : (new([.. points.Select(SeriesPointView.From)], null), null);
    }

    internal async Task<(Page<ClusterView>? Clusters, ApiProblem? Problem)> ClustersAsync(
        Caller caller, ComparisonQuery query, CancellationToken cancellationToken)
    {
        var (filter, _, faults) = query.Read(time.GetUtcNow());
        if (filter is null)
        {
            return (null, ApiProblems.InvalidRequest(faults));
        }

        var causes = await series.CausesAsync(caller.Tenant.Profile, filter, cancellationToken);
        return causes is null ? (null, TooLarge()) : (new([.. causes.Select(ClusterView.From)], null), null);
    }

    private static ApiProblem TooLarge() => ApiProblems.InvalidRequest([new("from", "window_too_large", TimeWindow.TooManyConversations)]);
}
