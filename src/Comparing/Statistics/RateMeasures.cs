namespace FlowEngine.Comparing.Statistics;

/// <summary>Shares of turns.</summary>
public static class RateMeasures
{
    private const string NotCompared = "no turn was compared";
    private const string NoFloor = "no turn was run against itself, so the floor is not known";

    /// <summary>The share of <paramref name="of"/> for which <paramref name="counts"/> holds.</summary>
    /// <param name="none">Why there is no figure where there is no such turn.</param>
    public static Measure Rate(
        ConversationTable table, Func<TurnTraits, bool> counts, Func<TurnTraits, bool> of, string none = NotCompared)
    {
        var turns = table.Count(of);
        if (turns == 0)
        {
            return Measure.None(none);
        }

        var (statistic, seen) = Seen(table, counts, of);
        return Measure.Of(statistic, turns, table.ConversationsWith(of), seen.Events < RareEvents.Few ? outside => RareEvents.Rate(seen, outside) : null);
    }

    public static Measure Mismatch(ConversationTable table) => Rate(table, TurnFacts.Differs, Between(TurnFacts.IsDecided));

    public static Measure Floor(ConversationTable table) => Rate(table, TurnFacts.Differs, OfFloor(TurnFacts.IsDecided), "no turn was run against itself");

    public static Measure Blocking(ConversationTable table) => Rate(table, TurnFacts.IsBlocking, Between(TurnFacts.IsDecided));

    public static Measure Failures(ConversationTable table, string engine) =>
        Rate(table, turn => TurnFacts.Failed(turn, engine), TurnFacts.IsBetweenEngines);

    /// <summary>By how much more the engines differ than the control differs from itself.</summary>
    public static Measure Excess(ConversationTable table) => Excess(table, TurnFacts.Differs);

    /// <summary>Without a floor the rate itself, which cannot be less.</summary>
    public static Measure BlockingExcess(ConversationTable table) =>
        table.ConversationsWith(OfFloor(TurnFacts.IsDecided)) < Measure.FewestConversations ? Blocking(table) : Excess(table, TurnFacts.IsBlocking);

    /// <summary>V2's rate of failures less V1's, on the same turns.</summary>
    public static Measure FailureDifference(ConversationTable table)
    {
        var pairs = table.Count(TurnFacts.IsBetweenEngines);
        if (pairs == 0)
        {
            return Measure.None(NotCompared);
        }

        var conversations = table.ConversationsWith(TurnFacts.IsBetweenEngines);
        var onlyV2 = table.Count(turn => Direction(turn) > 0);
        var onlyV1 = table.Count(turn => Direction(turn) < 0);
        var difference = new RatioStatistic(table.Sums(turn => (double)Direction(turn)), table.Sums(TurnFacts.IsBetweenEngines));
        var simple = (onlyV2 + onlyV1 - ((double)(onlyV2 - onlyV1) * (onlyV2 - onlyV1) / pairs)) / pairs / pairs;
        var effect = simple > 0 ? ObservedRate.Variance(difference, conversations) / simple : (double)pairs / conversations;
        return Measure.Of(difference, pairs, conversations, onlyV1 + onlyV2 < RareEvents.Few
            ? outside => RareEvents.PairedDifference(onlyV2, onlyV1, pairs, effect, outside)
            : null);
    }

    /// <summary>1: only V2 failed; -1: only V1 did.</summary>
    public static int Direction(TurnTraits turn) => !TurnFacts.IsBetweenEngines(turn)
        ? 0
        : (TurnFacts.Failed(turn, TurnFacts.V2) ? 1 : 0) - (TurnFacts.Failed(turn, TurnFacts.V1) ? 1 : 0);

    private static Measure Excess(ConversationTable table, Func<TurnTraits, bool> counts)
    {
        var of = Between(TurnFacts.IsDecided);
        var floorOf = OfFloor(TurnFacts.IsDecided);
        var (turns, floorConversations) = (table.Count(of), table.ConversationsWith(floorOf));
        if (turns == 0 || floorConversations < Measure.FewestConversations)
        {
            return Measure.None(
                turns == 0 ? NotCompared : floorConversations == 0 ? NoFloor : $"only {floorConversations} conversations were run against themselves",
                turns,
                table.ConversationsWith(of));
        }

        var (rate, seen) = Seen(table, counts, of);
        var (floor, floorSeen) = Seen(table, counts, floorOf);
        return Measure.Of(new DifferenceStatistic(rate, floor), turns, table.ConversationsWith(of), Math.Min(seen.Events, floorSeen.Events) < RareEvents.Few
            ? outside => RareEvents.Difference(seen, floorSeen, outside)
            : null);
    }

    private static (RatioStatistic Statistic, ObservedRate Seen) Seen(ConversationTable table, Func<TurnTraits, bool> counts, Func<TurnTraits, bool> of)
    {
        var statistic = new RatioStatistic(table.Sums(turn => of(turn) && counts(turn)), table.Sums(of));
        var once = new double[table.Clusters];
        Array.Fill(once, 1);
        return (statistic, ObservedRate.Of(
            statistic, once, table.Count(turn => of(turn) && counts(turn)), table.Count(of), table.ConversationsWith(of)));
    }

    private static Func<TurnTraits, bool> Between(Func<TurnTraits, bool> also) => turn => TurnFacts.IsBetweenEngines(turn) && also(turn);

    private static Func<TurnTraits, bool> OfFloor(Func<TurnTraits, bool> also) => turn => TurnFacts.IsFloor(turn) && also(turn);
}
