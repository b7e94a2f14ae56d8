using System.Globalization;

namespace FlowEngine.Comparing.Statistics;

/// <summary>
/// Latency as excess over the control against itself. Candidates run later than the user was answered, on threads that give way: held against the
/// user's answer, V2's time would tell of these conditions. The control's second run, as a candidate, is under the same; what both share cancels out turn by turn.
/// </summary>
public static class TimeMeasures
{
    /// <summary>Fewer turns beyond a quantile than this do not fix it.</summary>
    public const int FewestBeyond = 20;

    private const double Median = 0.5;

    /// <summary>How much longer V2 took than V1.</summary>
    public static Measure MedianDifference(ConversationTable table, TurnTime time) =>
        Of(table, time, Median, () => new QuantileStatistic(table.Times(time).Differences(table.Clusters), Median));

    /// <summary>V2's quantile over V1's.</summary>
    public static Measure Ratio(ConversationTable table, TurnTime time, double share) =>
        Of(table, time, share, () => new QuantileRatioStatistic(Sorted(table, time, TurnFacts.V2), Sorted(table, time, TurnFacts.V1), share));

    public static Measure Quantile(ConversationTable table, TurnTime time, string engine, double share) =>
        Of(table, time, share, () => new QuantileStatistic(Sorted(table, time, engine), share));

    /// <summary>How much longer the control took when it was run again: the floor that is taken off.</summary>
    public static Measure Conditions(ConversationTable table, TurnTime time)
    {
        var turns = table.Times(time).Conditions;
        var conversations = table.Times(time).ConversationsOfConditions;
        return turns < Needed(Median)
            ? Measure.None(turns == 0 ? "no turn was run against itself" : TooFew(turns, Median), turns, conversations)
            : Measure.Of(new QuantileStatistic(table.Times(time).OfConditions(table.Clusters), Median), turns, conversations);
    }

    /// <summary>The engine's times, of the turns with times of both.</summary>
    public static SortedTurns Sorted(ConversationTable table, TurnTime time, string engine) => table.Times(time).Sorted(engine, table.Clusters);

    /// <summary>How many turns it takes to fix a quantile.</summary>
    public static int Needed(double share) => (int)Math.Ceiling(FewestBeyond / (1 - share));

    private static Measure Of(ConversationTable table, TurnTime time, double share, Func<ClusterStatistic> statistic)
    {
        var timed = table.Times(time);
        var conversations = timed.Conversations;
        return timed.Pairs < Needed(share)
            ? Measure.None(Missing(table, timed, share), timed.Pairs, conversations)
            : Measure.Of(statistic(), timed.Pairs, conversations);
    }

    private static string Missing(ConversationTable table, TimedTurns timed, double share) =>
        table.Count(TurnFacts.IsAnsweredByBoth) == 0 ? "no turn was answered by both engines"
        : timed.Measured == 0 ? "no time was measured"
        : timed.Pairs == 0 ? "no turn was also run against itself, so what the conditions of a comparison make of the time is not known"
        : TooFew(timed.Pairs, share);

    private static string TooFew(int turns, double share) => string.Create(
        CultureInfo.InvariantCulture, $"{turns} turns that were also run against themselves, fewer than the {Needed(share)} that this takes");
}
