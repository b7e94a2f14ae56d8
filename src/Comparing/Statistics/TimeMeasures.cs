namespace FlowEngine.Comparing.Statistics;

/// <summary>Latency, on the turns that both engines answered: a quick failure is no quick answer.</summary>
public static class TimeMeasures
{
    /// <summary>Fewer turns beyond a quantile than this do not fix it.</summary>
    public const int FewestBeyond = 20;

    /// <param name="time">Of a turn and an engine: <see cref="TurnFacts.Milliseconds"/> or <see cref="TurnFacts.FirstTokenMilliseconds"/>.</param>
    public static Measure MedianDifference(ConversationTable table, Func<ComparedTurn, string, double?> time)
    {
        var differences = table.Sorted(turn => IsPair(turn, time) ? time(turn, TurnFacts.V2) - time(turn, TurnFacts.V1) : null);
        return Of(table, time, differences.Count, 0.5, new QuantileStatistic(differences, 0.5));
    }

    /// <summary>V2's quantile over V1's.</summary>
    public static Measure Ratio(ConversationTable table, Func<ComparedTurn, string, double?> time, double share)
    {
        var v2 = Sorted(table, time, TurnFacts.V2);
        return Of(table, time, v2.Count, share, new QuantileRatioStatistic(v2, Sorted(table, time, TurnFacts.V1), share));
    }

    public static Measure Quantile(ConversationTable table, Func<ComparedTurn, string, double?> time, string engine, double share)
    {
        var sorted = Sorted(table, time, engine);
        return Of(table, time, sorted.Count, share, new QuantileStatistic(sorted, share));
    }

    /// <summary>The engine's times on the turns that both answered.</summary>
    public static SortedTurns Sorted(ConversationTable table, Func<ComparedTurn, string, double?> time, string engine) =>
        table.Sorted(turn => IsPair(turn, time) ? time(turn, engine) : null);

    private static Measure Of(ConversationTable table, Func<ComparedTurn, string, double?> time, int turns, double share, ClusterStatistic statistic)
    {
        var needed = (int)Math.Ceiling(FewestBeyond / (1 - share));
        var conversations = table.ConversationsWith(turn => IsPair(turn, time));
        return turns < needed
            ? Measure.None(turns == 0 ? "no such turn" : $"{turns} turns, fewer than the {needed} that this takes", turns, conversations)
            : Measure.Of(statistic, turns, conversations);
    }

    private static bool IsPair(ComparedTurn turn, Func<ComparedTurn, string, double?> time) =>
        TurnFacts.IsBetweenEngines(turn) && !TurnFacts.AnyFailed(turn) && time(turn, TurnFacts.V1) is not null && time(turn, TurnFacts.V2) is not null;
}
