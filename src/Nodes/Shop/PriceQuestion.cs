namespace FlowEngine.Nodes.Shop;

public enum PriceQuestionKind
{
    /// <summary>The message has no word about prices.</summary>
    None,

    /// <summary>Prices are asked for, without more.</summary>
    List,
    Cheapest,
    Dearest,
    Range,
}

/// <summary>What a message asks about prices, in Turkish or English.</summary>
/// <param name="Currency">ISO 4217 of the bounds; null where the message names none.</param>
public sealed record PriceQuestion(PriceQuestionKind Kind, decimal? Minimum = null, decimal? Maximum = null, string? Currency = null);
