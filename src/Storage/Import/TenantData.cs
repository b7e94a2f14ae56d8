using FlowEngine.Conversations;

namespace FlowEngine.Storage.Import;

/// <summary>Everything that a new tenant begins with.</summary>
public sealed record TenantData
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required string Currency { get; init; }

    public string? SiteUrl { get; init; }

    public string TimeZone { get; init; } = "UTC";

    public ContactFacts Contact { get; init; } = new();

    public ExchangeRates? Rates { get; init; }

    public TenantSettings Settings { get; init; } = new();

    public IReadOnlyList<CategoryData> Categories { get; init; } = [];

    public IReadOnlyList<ProductData> Products { get; init; } = [];

    public IReadOnlyList<KnowledgeData> Knowledge { get; init; } = [];

    public IReadOnlyList<Directive> Directives { get; init; } = [];

    public IReadOnlyList<PromptData> Prompts { get; init; } = [];

    public IReadOnlyList<AiConfigurationData> AiConfigurations { get; init; } = [];
}

/// <param name="Names">By language.</param>
public sealed record CategoryData(string Slug, IReadOnlyDictionary<string, string> Names, IReadOnlyList<string> Synonyms, int Position);

/// <param name="Attributes">JSON object.</param>
public sealed record ProductData(
    string Sku,
    string Slug,
    string Name,
    string Category,
    string? Description,
    decimal? Price,
    string Currency,
    int Stock,
    bool Featured,
    string? Attributes,
    IReadOnlyList<string> Tags);

public sealed record KnowledgeData(string Slug, string Title, string Content, string? Url, IReadOnlyList<string> Tags);

public sealed record PromptData(string FeatureSlug, string Name, string Content, bool IsDefault);

public sealed record AiConfigurationData(string Name, string Provider, string ModelName, bool IsActive, bool IsDefault);
