namespace FlowEngine.Storage.Turns;

/// <summary>What the saved turns of a conversation, or of a tenant's day, used.</summary>
/// <param name="Cost">Of the calls whose price is known.</param>
/// <param name="Currency">ISO 4217; null where nothing with a price was called.</param>
/// <param name="UnpricedTurns">Turns with a call whose cost is not in <paramref name="Cost"/>: no price, another currency, or cut off.</param>
public sealed record UsageTotals(
    long Turns, long InputTokens, long OutputTokens, decimal Cost, string? Currency, long UnpricedTurns)
{
    public static UsageTotals None { get; } = new(0, 0, 0, 0, null, 0);

    public long Tokens => InputTokens + OutputTokens;
}
