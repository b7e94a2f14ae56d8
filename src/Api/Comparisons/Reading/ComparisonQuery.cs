using System.ComponentModel.DataAnnotations;
using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Stages;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Storage.Comparisons;
using Microsoft.AspNetCore.Mvc;

namespace FlowEngine.Api.Comparisons.Reading;

/// <summary>What a request asks for, as it came.</summary>
public sealed record ComparisonQuery(
    [property: FromQuery(Name = "result"), AllowedValues(
        "pending", "abandoned", "matched", "mismatched", "ignored", "inconclusive", "skipped", "control_failed", "candidate_failed", "both_failed_same",
        "both_failed_differently")]
    string? Result,
    [property: FromQuery(Name = "severity"), AllowedValues("none", "minor", "major", "blocking")] string? Severity,
    [property: FromQuery(Name = "cluster")] string? Cluster,
    [property: FromQuery(Name = "mode"), AllowedValues("resync", "free")] string? Mode,
    [property: FromQuery(Name = "kind"), AllowedValues("ab", "aa")] string? Kind,
    [property: FromQuery(Name = "stage"), AllowedValues("off", "shadow", "live", "rampdown", "complete")] string? Stage,
    [property: FromQuery(Name = "conversationId")] Guid? ConversationId,
    [property: FromQuery(Name = "from")] DateTimeOffset? From,
    [property: FromQuery(Name = "to")] DateTimeOffset? To)
{
    private static readonly string[] s_severities = ["none", "minor", "major", "blocking"];
    private static readonly string[] s_modes = ["resync", "free"];
    private static readonly string[] s_kinds = ["ab", "aa"];

    /// <returns>The filter with its window - by default the 30 days before its end - or all that is wrong.</returns>
    public (ComparisonFilter? Filter, TimeWindow? Window, IReadOnlyList<FieldError> Faults) Read(DateTimeOffset now)
    {
        List<FieldError> faults =
        [
            .. One("result", Result, ComparisonResultNames.All),
            .. One("severity", Severity, s_severities),
            .. One("mode", Mode, s_modes),
            .. One("kind", Kind, s_kinds),
            .. One("stage", Stage, StageNames.All),
        ];
        var (window, fault) = TimeWindow.Of(From, To, now);
        if (fault is not null)
        {
            faults.Add(From >= To ? new("to", "window_reversed", fault) : new("from", "window_too_long", fault));
        }

        return faults.Count > 0
            ? (null, null, faults)
            : (new(Result, Severity, Cluster, Mode, Kind, Stage, ConversationId, window!.From, To), window, []);
    }

    private static IEnumerable<FieldError> One(string name, string? value, IEnumerable<string> known)
    {
        if (value is not null && !known.Contains(value, StringComparer.Ordinal))
        {
            yield return new(name, "unknown", $"'{name}' is one of {string.Join(", ", known)}.");
        }
    }
}
