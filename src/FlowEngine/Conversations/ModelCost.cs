namespace FlowEngine.Conversations;

/// <param name="PriceVersion">Of the price list; several, in the order of the calls, are joined by <c>+</c>.</param>
public sealed record ModelCost(decimal Amount, string Currency, string PriceVersion)
{
    /// <returns>Null where the currencies differ: an amount that leaves something out would be wrong.</returns>
    public ModelCost? Plus(ModelCost other) =>
        Currency != other.Currency ? null
        : this with
        {
            Amount = Amount + other.Amount,
            PriceVersion = PriceVersion.Split('+').Contains(other.PriceVersion, StringComparer.Ordinal)
                ? PriceVersion
                : $"{PriceVersion}+{other.PriceVersion}",
        };
}
