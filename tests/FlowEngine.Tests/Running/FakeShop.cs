using FlowEngine.Conversations;

namespace FlowEngine.Tests.Running;

/// <summary>A catalogue, a knowledge base and a history in memory; a search finds what has the text in its name.</summary>
internal sealed class FakeShop : IProductCatalog, IKnowledgeBase, IConversationHistory
{
    public List<Product> Products { get; } = [];

    public List<Passage> Passages { get; } = [];

    public bool IsDown { get; set; }

    public static Product Product(long id, string name, decimal price) => new()
    {
        Id = id,
        Sku = $"S{id}",
        Slug = $"s-{id}",
        Name = name,
        CategorySlug = "all",
        Price = price,
        Currency = "EUR",
    };

    public ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken) =>
        new(Products.Where(product => product.Name.Contains(query.Text, StringComparison.Ordinal)).ToList());

    public ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken) =>
        new(Products.OrderBy(product => product.Price).ToList());

    public ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        IsDown
            ? throw new InvalidOperationException("the database is down")
            : new(ids.SelectMany(id => Products.Where(product => product.Id == id)).ToList());

    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken) =>
        new(Passages.Where(passage => passage.Content.Contains(text, StringComparison.Ordinal)).ToList());

    ValueTask<IReadOnlyList<Passage>> IKnowledgeBase.GetAsync(
        TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        new(ids.SelectMany(id => Passages.Where(passage => passage.Id == id)).ToList());

    public ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken) =>
        new([new HistoryMessage(MessageRole.User, "before", DateTimeOffset.UnixEpoch)]);
}
