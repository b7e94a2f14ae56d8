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
        var v1 = Sums(table, TurnFacts.V1, priced);
        var differences = Sums(table, TurnFacts.V2, priced);
        var weights = table.Weights(priced);
        var turns = new List<(double, double, int)>();
        for (var i = 0; i < differences.Length; i++)
        {
            if (weights[i] > 0)
            {
                turns.Add(((differences[i] - v1[i]) / weights[i], weights[i], i));
            }
        }

        return Measure.Of(new QuantileStatistic(new(turns, table.Conversations), 0.5), table.Count(priced), turns.Count);
    }

    private static double[] Sums(ConversationTable table, string engine, Func<ComparedTurn, bool> priced) =>
        table.Sums(turn => priced(turn) ? TurnFacts.Cost(turn, engine) : 0.0);

    private static Func<ComparedTurn, bool> Priced(string currency) =>
        turn => TurnFacts.IsBetweenEngines(turn) && !turn.Unpriced && (turn.Currency is null || turn.Currency == currency);
}
