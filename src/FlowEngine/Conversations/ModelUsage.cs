namespace FlowEngine.Conversations;

/// <param name="Model">Name of the model that answered; null where none was called.</param>
/// <param name="Cost">Null unless the price of every model called is known.</param>
public sealed record ModelUsage(string? Model, int InputTokens, int OutputTokens, ModelCost? Cost = null)
{
    public static ModelUsage None { get; } = new(null, 0, 0);

    /// <summary>What the calls cost whose price is known, in the currency of the first.</summary>
    public ModelCost? Priced { get; init; } = Cost;

    /// <summary>Of the input, those that the provider had in its cache; null where it does not say.</summary>
    public int? CachedTokens { get; init; }

    /// <summary>Of the model that answered; null where its client does not say.</summary>
    public ModelParameters? Parameters { get; init; }

    /// <summary>Why the answer is not whole, one of <see cref="ModelAnswers.AnswerCut"/>; null where it is.</summary>
    public string? Cut { get; init; }

    /// <summary>Only models were called that cost nothing, as the built-in one.</summary>
    public bool IsFree { get; init; }

    /// <summary>A model was called whose cost is not in <see cref="Priced"/>.</summary>
    public bool IsUnpriced => Model is not null && Cost is null && !IsFree;

    private bool CostsNothing => Model is null || IsFree;

    public ModelUsage Plus(ModelUsage other) => new(
        other.Model ?? Model,
        InputTokens + other.InputTokens,
        OutputTokens + other.OutputTokens,
        other.CostsNothing ? Cost : CostsNothing ? other.Cost : other.Cost is { } cost ? Cost?.Plus(cost) : null)
    {
        Priced = Priced is null ? other.Priced : other.Priced is null ? Priced : Priced.Plus(other.Priced) ?? Priced,
        CachedTokens = CachedTokens is null ? other.CachedTokens : CachedTokens + (other.CachedTokens ?? 0),
        IsFree = CostsNothing && other.CostsNothing && (IsFree || other.IsFree),
        Parameters = other.Model is null ? Parameters : other.Parameters,
        Cut = other.Model is null ? Cut : other.Cut,
    };
}
