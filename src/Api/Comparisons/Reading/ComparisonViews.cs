using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
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
    string Stage,
    string AnsweredBy,
    string Candidate,
    string Mode,
    string Kind,
    double Sample,
    string Result,
    string? SkippedReason,
    string? Severity,
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
    string? TimeWithheld);

/// <summary>A comparison with both observations and every step of the verdict.</summary>
/// <param name="Control">Masked, or as it was where that is asked for and still kept.</param>
/// <param name="Attempts">How often a worker took it.</param>
public sealed record ComparisonDetailView(
    ComparisonView Comparison,
    JsonElement? Control,
    JsonElement? Candidate,
    JsonElement? Verdict,
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
internal sealed partial class ComparisonJsonContext : JsonSerializerContext;
