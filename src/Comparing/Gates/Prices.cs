using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>Whether costs can be compared: a model without a price is an error, not a zero.</summary>
public static class Prices
{
    public static IReadOnlyList<string> Errors(IEnumerable<ComparedTurn> turns)
    {
        var between = turns.Where(turn => TurnFacts.IsBetweenEngines(turn) && TurnFacts.Ran(turn)).ToArray();
        var models = between
            .Where(turn => turn.Unpriced)
            .GroupBy(turn => turn.UnpricedModel ?? "", StringComparer.Ordinal)
            .OrderBy(model => model.Key, StringComparer.Ordinal)
            .Select(model => $"The price of {(model.Key.Length == 0 ? "a model that is not named" : $"model '{model.Key}'")} is not known, "
                + $"and {model.Count()} compared turns used it: set it, or costs cannot be compared.");
        var currencies = Currencies(between);
        return [.. models, .. currencies.Count > 1 ? [$"Costs are in {string.Join(" and ", currencies)}: they cannot be added up."] : Array.Empty<string>()];
    }

    /// <summary>The most frequent first.</summary>
    public static IReadOnlyList<string> Currencies(IEnumerable<ComparedTurn> turns) =>
        [.. turns
            .Where(turn => TurnFacts.IsBetweenEngines(turn) && TurnFacts.Ran(turn) && turn.Currency is not null)
            .GroupBy(turn => turn.Currency!, StringComparer.Ordinal)
            .OrderByDescending(currency => currency.Count())
            .ThenBy(currency => currency.Key, StringComparer.Ordinal)
            .Select(currency => currency.Key)];
}
