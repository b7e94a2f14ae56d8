using FlowEngine.Comparing.Statistics;

namespace FlowEngine.Comparing.Gates;

/// <summary>Whether costs can be compared: a model without a price is an error, not a zero.</summary>
public static class Prices
{
    public static IReadOnlyList<string> Errors(IReadOnlyList<ConversationTable> tables)
    {
        var between = Between(tables);
        var models = between
            .Where(kind => kind.Traits.Unpriced)
            .GroupBy(kind => kind.Traits.UnpricedModel ?? "", kind => kind.Turns, StringComparer.Ordinal)
            .OrderBy(model => model.Key, StringComparer.Ordinal)
            .Select(model => $"The price of {(model.Key.Length == 0 ? "a model that is not named" : $"model '{model.Key}'")} is not known, "
                + $"and {model.Sum()} compared turns used it: set it, or costs cannot be compared.");
        var currencies = Currencies(tables);
        return [.. models, .. currencies.Count > 1 ? [$"Costs are in {string.Join(" and ", currencies)}: they cannot be added up."] : Array.Empty<string>()];
    }

    /// <summary>The most frequent first.</summary>
    public static IReadOnlyList<string> Currencies(IReadOnlyList<ConversationTable> tables) =>
        [.. Between(tables)
            .Where(kind => kind.Traits.Currency is not null)
            .GroupBy(kind => kind.Traits.Currency!, kind => kind.Turns, StringComparer.Ordinal)
            .OrderByDescending(currency => currency.Sum())
            .ThenBy(currency => currency.Key, StringComparer.Ordinal)
            .Select(currency => currency.Key)];

    private static (TurnTraits Traits, int Turns)[] Between(IReadOnlyList<ConversationTable> tables) =>
        [.. tables.SelectMany(table => table.Kinds).Where(kind => TurnFacts.IsBetweenEngines(kind.Traits))];
}
