namespace FlowEngine.Conversations;

/// <summary>The tenant's own rates: units of <paramref name="Base"/> for one unit of each currency.</summary>
public sealed record ExchangeRates(string Base, DateTimeOffset At, IReadOnlyDictionary<string, decimal> Rates)
{
    /// <summary>Null where a rate is missing or not positive.</summary>
    public decimal? Convert(decimal amount, string from, string to)
    {
        var source = RateOf(from);
        var target = RateOf(to);
        return source is > 0 && target is > 0 ? amount * source / target : null;
    }

    private decimal? RateOf(string currency) =>
        currency == Base ? 1m : Rates.TryGetValue(currency, out var rate) ? rate : null;
}
