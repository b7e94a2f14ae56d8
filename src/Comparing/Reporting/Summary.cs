using FlowEngine.Comparing.Gates;

namespace FlowEngine.Comparing.Reporting;

/// <summary>Comparisons counted and estimated. Counts are of turns as they are; rates weigh each by 1 / the share sampled.</summary>
public sealed record Summary
{
    public required int Turns { get; init; }

    public required int Conversations { get; init; }

    /// <summary>The window that was looked at; null where all turns were given.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>Of the oldest comparison.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Of the newest.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Turns of the window whose comparisons are asked for and have no rows yet: in no other count.</summary>
    public int NotEntered { get; init; }

    public double Confidence { get; init; }

    public double Power { get; init; }

    /// <summary>Comparisons that wait to be run.</summary>
    public int Pending => Results.FirstOrDefault(result => result.Name == "pending")?.Count ?? 0;

    /// <summary>All results, those that did not occur too; they add up to <see cref="Turns"/>.</summary>
    public required IReadOnlyList<NamedCount> Results { get; init; }

    /// <summary>Of the turns in which both engines ran, and those add up to it.</summary>
    public required IReadOnlyList<NamedCount> Severities { get; init; }

    /// <summary>Reasons; they add up to the result <c>skipped</c>.</summary>
    public required IReadOnlyList<NamedCount> Skipped { get; init; }

    /// <summary>They add up to <see cref="Turns"/>.</summary>
    public required IReadOnlyList<NamedCount> Stages { get; init; }

    /// <summary>Steps of the ladder, of the turns that one decided.</summary>
    public required IReadOnlyList<NamedCount> DecidedBy { get; init; }

    /// <summary>They add up to <see cref="Turns"/>.</summary>
    public required IReadOnlyList<SummaryGroup> Groups { get; init; }

    public required IReadOnlyList<ModeFigures> Modes { get; init; }

    /// <summary>Causes of differences between the engines, the most frequent first.</summary>
    public required IReadOnlyList<CauseCount> Causes { get; init; }

    public required IReadOnlyList<SummaryDay> Days { get; init; }

    /// <summary>What stands in the way of adding up costs; see the gate, which refuses it.</summary>
    public required IReadOnlyList<string> PriceFaults { get; init; }

    /// <summary>Comparisons that an expired ignore rule would have covered.</summary>
    public int ExpiredRules { get; init; }
}
