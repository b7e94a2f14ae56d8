using FlowEngine.Conversations;
using FlowEngine.Storage.Json;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Import;

/// <summary>Data as rows of one tenant.</summary>
internal sealed class TenantRows(long tenantId, DateTimeOffset now)
{
    public CategoryRow Category(CategoryData data) => new()
    {
        TenantId = tenantId,
        Slug = data.Slug,
        Names = StoredJson.Write(data.Names),
        Synonyms = StoredJson.Write(data.Synonyms),
        Position = data.Position,
    };

    public ProductRow Product(ProductData data, IReadOnlyDictionary<string, long> categories) => new()
    {
        TenantId = tenantId,
        CategoryId = categories.TryGetValue(data.Category, out var category) ? category : null,
        Sku = data.Sku,
        Slug = data.Slug,
        Name = data.Name,
        Description = data.Description,
        Tags = StoredJson.Write(data.Tags),
        Attributes = data.Attributes,
        Price = data.Price,
        Currency = data.Currency,
        Stock = data.Stock,
        Featured = data.Featured,
        IsActive = true,
        UpdatedAt = now,
    };

    public KnowledgeRow Knowledge(KnowledgeData data) => new()
    {
        TenantId = tenantId,
        Slug = data.Slug,
        Title = data.Title,
        Content = data.Content,
        Url = data.Url,
        Tags = StoredJson.Write(data.Tags),
        IsActive = true,
        UpdatedAt = now,
    };

    public DirectiveRow Directive(Directive data) => new()
    {
        TenantId = tenantId,
        DirectiveKey = data.Key,
        DirectiveValue = data.Value,
        DirectiveType = data.Type,
        Category = data.Category,
        Priority = data.Priority,
        IsActive = true,
    };

    public PromptRow Prompt(PromptData data) => new()
    {
        TenantId = tenantId,
        FeatureSlug = data.FeatureSlug,
        FeatureName = data.Name,
        Name = data.Name,
        Prompt = data.Content,
        IsDefault = data.IsDefault,
        IsActive = true,
        UpdatedAt = now,
    };

    public AiConfigurationRow AiConfiguration(AiConfigurationData data) => new()
    {
        TenantId = tenantId,
        Name = data.Name,
        Provider = data.Provider,
        ModelName = data.ModelName,
        IsActive = data.IsActive,
        IsDefault = data.IsDefault,
        UpdatedAt = now,
    };

    public BotSettingsRow Settings(TenantData data) => new()
    {
        TenantId = tenantId,
        DefaultFlow = data.Settings.DefaultFlow,
        FallbackText = StoredJson.Write(data.Settings.FallbackText),
        Contact = StoredJson.Write(data.Contact),
        ExchangeRates = data.Rates is { } rates ? StoredJson.Write(rates) : null,
        Limits = StoredJson.Write(data.Settings.Limits),
        AnonymousChat = data.Settings.AnonymousChat,
        AllowedHosts = StoredJson.Write(data.Settings.AllowedHosts),
        IsActive = true,
        UpdatedAt = now,
    };
}
