using FlowEngine.Chat.Refusals;
using FlowEngine.Chat.Stages;
using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Verdicts;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.Api.Comparisons.Reading;

/// <summary>What a request asks for, as it came.</summary>
public sealed record ComparisonQuery(
    string? Result, string? Severity, string? Cluster, string? Mode, string? Kind, string? Stage, Guid? ConversationId, DateTimeOffset? From, DateTimeOffset? To)
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
