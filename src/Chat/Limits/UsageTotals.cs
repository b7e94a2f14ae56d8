namespace FlowEngine.Chat.Limits;

/// <summary>What the saved turns of a conversation, or of a tenant's day, used.</summary>
/// <param name="Cost">Of the calls whose price is known.</param>
/// <param name="Currency">ISO 4217; null where nothing with a price was called.</param>
/// <param name="UnpricedTurns">Turns with a call whose cost is not in <paramref name="Cost"/>: no price, another currency, or cut off.</param>
public sealed record UsageTotals(
    long Turns, long InputTokens, long OutputTokens, decimal Cost, string? Currency, long UnpricedTurns)
{
    public static UsageTotals None { get; } = new(0, 0, 0, 0, null, 0);

    public long Tokens => InputTokens + OutputTokens;

    /// <summary>Amounts in another currency than this one's are not added: all turns there count as unpriced.</summary>
    public UsageTotals Plus(UsageTotals other)
    {
        var isOther = Currency is not null && other.Currency is not null && Currency != other.Currency;
        return new(
            Turns + other.Turns, InputTokens + other.InputTokens, OutputTokens + other.OutputTokens, Cost + (isOther ? 0 : other.Cost),
            Currency ?? other.Currency, UnpricedTurns + (isOther ? other.Turns : other.UnpricedTurns));
    }

    /// <summary>What these have beyond the others; no member is below zero.</summary>
    public UsageTotals Less(UsageTotals other) => new(
        Math.Max(0, Turns - other.Turns), Math.Max(0, InputTokens - other.InputTokens), Math.Max(0, OutputTokens - other.OutputTokens),
        Math.Max(0, Cost - (other.Currency is null || other.Currency == Currency ? other.Cost : 0)), Currency,
        Math.Max(0, UnpricedTurns - other.UnpricedTurns));
}
