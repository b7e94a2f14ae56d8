using System.Text.Json.Serialization;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Api.Comparisons.Series;

/// <summary>A share of turns with what is known of it.</summary>
/// <param name="Value">From 0 to 1; null where there is not enough data.</param>
/// <param name="Low">Where the 95% interval over conversations begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Missing">Why there is no value.</param>
public sealed record ShareView(double? Value, double? Low, double? High, string? Missing)
{
    internal static ShareView From(Estimate estimate) => new(estimate.Value, estimate.Interval?.Low, estimate.Interval?.High, estimate.Missing);
}

/// <summary>The comparisons of one day or hour.</summary>
/// <param name="At">Its beginning, in UTC.</param>
/// <param name="Turns">Comparisons between the engines in which both ran.</param>
/// <param name="Differs">Turns in which the engines differ.</param>
/// <param name="Rate">The share that differs, weighted by how turns were sampled.</param>
/// <param name="Floor">By how much the control differs from itself.</param>
public sealed record SeriesPointView(DateTimeOffset At, int Turns, int Conversations, int Differs, ShareView Rate, ShareView Floor)
{
    internal static SeriesPointView From(SeriesPoint point) => new(
        point.At, point.Turns, point.Conversations, point.Differs, ShareView.From(point.Rate), ShareView.From(point.Floor));
}

/// <summary>How much a difference weighs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClusterSeverity>))]
public enum ClusterSeverity
{
    [JsonStringEnumMemberName("none")]
    None,

    [JsonStringEnumMemberName("minor")]
    Minor,

    [JsonStringEnumMemberName("major")]
    Major,

    [JsonStringEnumMemberName("blocking")]
    Blocking,
}

/// <summary>Differences with the same cause.</summary>
/// <param name="Key">For <c>GET /api/comparisons?cluster=</c>.</param>
/// <param name="Cause">What the key means, for a person.</param>
/// <param name="Count">Turns.</param>
/// <param name="Severity">The worst of them.</param>
/// <param name="WorstId">The comparison of the worst one, the newest of several.</param>
public sealed record ClusterView(string Key, string Cause, int Count, int Conversations, ClusterSeverity Severity, Guid WorstId)
{
    internal static ClusterView From(CauseCount cause) => new(
        cause.Cluster, cause.Title, cause.Turns, cause.Conversations, Enum.Parse<ClusterSeverity>(cause.Severity.ToString()), Guid.Parse(cause.ExampleId));
}
