using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.OpenApi;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Comparisons.Reading;

/// <param name="Kind"><c>ab</c>, or <c>aa</c>: the control against itself.</param>
/// <param name="Sample">Percent of the turns that were compared this way when the turn was.</param>
/// <param name="SkippedReason">Why nothing was run.</param>
/// <param name="DecidedBy">The step of the ladder.</param>
/// <param name="Cluster">The same for the same root cause.</param>
/// <param name="ControlMs">When the user was answered: under other conditions than <paramref name="CandidateMs"/>, and not to be held against it.</param>
/// <param name="AgainMs">What the control took when it was run against itself, under the conditions of <paramref name="CandidateMs"/>.</param>
/// <param name="ExcessMs"><paramref name="CandidateMs"/> less <paramref name="AgainMs"/>.</param>
/// <param name="TimeWithheld">Why there is no <paramref name="ExcessMs"/>.</param>
public sealed record ComparisonView(
    Guid Id,
    DateTimeOffset At,
    Guid ConversationId,
    Guid TurnId,
    int Seq,
    [property: AllowedValues("off", "shadow", "live", "rampdown", "complete")] string Stage,
    [property: AllowedValues("v1", "v2")] string AnsweredBy,
    [property: AllowedValues("v1", "v2")] string Candidate,
    [property: AllowedValues("resync", "free")] string Mode,
    [property: AllowedValues("ab", "aa")] string Kind,
    double Sample,
    [property: AllowedValues(
        "pending", "abandoned", "matched", "mismatched", "ignored", "inconclusive", "skipped", "control_failed", "candidate_failed", "both_failed_same",
        "both_failed_differently")]
    string Result,
    string? SkippedReason,
    [property: AllowedValues("none", "minor", "major", "blocking", null)] string? Severity,
    string? DecidedBy,
    string? Cluster,
    bool ExpiredRule,
    double ControlMs,
    double? CandidateMs,
    double? ControlFirstMs,
    double? CandidateFirstMs,
    decimal? ControlCost,
    decimal? CandidateCost,
    string? Currency,
    string? UnpricedModel,
    double? AgainMs,
    double? ExcessMs,
    [property: AllowedValues("not_run", "failed", "against_itself", "not_measured", "control_not_run_again", null)] string? TimeWithheld);

/// <summary>A comparison with both observations and every step of the verdict.</summary>
/// <param name="Control">Masked, or as it was where that is asked for and still kept.</param>
/// <param name="Attempts">How often a worker took it.</param>
public sealed record ComparisonDetailView(
    ComparisonView Comparison,
    [property: AnyObject] JsonElement? Control,
    [property: AnyObject] JsonElement? Candidate,
    [property: AnyObject] JsonElement? Verdict,
    long? FlowVersionId,
    int Attempts,
    DateTimeOffset? FinishedAt);

internal static class ComparisonJson
{
    public static ComparisonJsonContext Context { get; } = new(new JsonSerializerOptions(ComparisonJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Page<ComparisonView>))]
[JsonSerializable(typeof(ComparisonDetailView))]
[JsonSerializable(typeof(ComparisonView))]
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(GateEvaluation))]
internal sealed partial class ComparisonJsonContext : JsonSerializerContext;
