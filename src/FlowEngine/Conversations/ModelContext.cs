namespace FlowEngine.Conversations;

/// <summary>
/// All that a model is given for one answer. Both engines fill it, <see cref="ModelContextRenderer"/> turns it into messages,
/// and the offline model composes its answer from it and from nothing else.
/// </summary>
public sealed record ModelContext
{
    /// <summary>Key of <c>ChatOptions.AdditionalProperties</c> under which the context travels to the offline model.</summary>
    public const string PropertyName = "flowengine.context";

    public required string Language { get; init; }

    public required string UserMessage { get; init; }

    public string SystemPrompt { get; init; } = "";

    public string TenantName { get; init; } = "";

    public string Currency { get; init; } = "USD";

    public IReadOnlyList<Directive> Directives { get; init; } = [];

    /// <summary>Oldest first, without the message of this turn.</summary>
    public IReadOnlyList<HistoryMessage> History { get; init; } = [];

    public IReadOnlyList<Product> Products { get; init; } = [];

    /// <summary>A search was made, whether or not it found anything.</summary>
    public bool ProductsWereSearched { get; init; }

    /// <summary><c>cheapest</c>, <c>dearest</c>, <c>range</c>, <c>named</c> or <c>list</c>; null where no price was asked.</summary>
    public string? PriceQueryType { get; init; }

    /// <summary>Said beside prices.</summary>
    public string? VatNote { get; init; }

    /// <summary>Name of the category meant, in <see cref="Language"/>.</summary>
    public string? Category { get; init; }

    public IReadOnlyList<Passage> Passages { get; init; } = [];

    public ContactFacts? Contact { get; init; }

    public ProductComparison? Comparison { get; init; }

    /// <summary>Variables that the flow shows the model, by name.</summary>
    public IReadOnlyDictionary<string, Value> Variables { get; init; } = new Dictionary<string, Value>();
}
