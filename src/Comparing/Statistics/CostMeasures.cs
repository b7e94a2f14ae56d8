namespace FlowEngine.Comparing.Statistics;

/// <summary>What the models cost, on the turns that both engines ran, of one currency.</summary>
public static class CostMeasures
{
    /// <summary>V2's cost over V1's, of the same conversations.</summary>
    public static Measure Ratio(ConversationTable table, string currency)
    {
        var priced = Priced(currency);
        var v1 = Sums(table, TurnFacts.V1, priced);
        return v1.Sum() > 0
            ? Measure.Of(new RatioStatistic(Sums(table, TurnFacts.V2, priced), v1), table.Count(priced), table.ConversationsWith(priced))
            : Measure.None(table.Count(priced) == 0 ? "no turn has a cost" : "V1 cost nothing", table.Count(priced), table.ConversationsWith(priced));
    }

    /// <summary>Sampling takes whole sessions, so a conversation counts by its turns' mean weight.</summary>
    public static Measure PerConversation(ConversationTable table, string engine, string currency)
    {
        var priced = Priced(currency);
        return table.Count(priced) == 0
            ? Measure.None("no turn has a cost")
            : Measure.Of(new RatioStatistic(Sums(table, engine, priced), table.Weights(priced)), table.Count(priced), table.ConversationsWith(priced));
    }

    /// <summary>The median over conversations of what V2 costs more.</summary>
    public static Measure MedianDifference(ConversationTable table, string currency)
    {
        var priced = Priced(currency);
        var conversations = table.CostsByConversation(priced)
            .Select(costs => ((costs.V2 - costs.V1) / costs.Weight, costs.Weight, costs.Cluster))
            .ToArray();
        return Measure.Of(new QuantileStatistic(new(conversations, table.Clusters), 0.5), table.Count(priced), conversations.Length);
    }

    private static double[] Sums(ConversationTable table, string engine, Func<TurnTraits, bool> priced) => table.Costs(engine, priced);

    private static Func<TurnTraits, bool> Priced(string currency) =>
        turn => TurnFacts.IsBetweenEngines(turn) && !turn.Unpriced && (turn.Currency is null || turn.Currency == currency);
}
