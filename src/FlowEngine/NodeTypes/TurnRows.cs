using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

/// <summary>
/// Catalogue rows and passages that were read in this turn, by id. Variables hold what texts show of them; nodes that need the rows take
/// them from here, and what was not read in this turn is read again, so a wait never shows yesterday's price.
/// </summary>
public sealed class TurnRows(TenantKey tenant, TurnPorts ports)
{
    private readonly Dictionary<long, Product> _products = [];
    private readonly Dictionary<long, Passage> _passages = [];

    public void Remember(IEnumerable<Product> products)
    {
        foreach (var product in products)
        {
            _products[product.Id] = product;
        }
    }

    public void Remember(IEnumerable<Passage> passages)
    {
        foreach (var passage in passages)
        {
            _passages[passage.Id] = passage;
        }
    }

    /// <summary>In the order of the ids, without those that are gone.</summary>
    public async ValueTask<IReadOnlyList<Product>> ProductsAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(id => !_products.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            Remember(await ports.Catalog.GetAsync(tenant, missing, cancellationToken));
        }

        return [.. ids.Where(_products.ContainsKey).Select(id => _products[id])];
    }

    /// <summary>In the order of the ids, without those that are gone.</summary>
    public async ValueTask<IReadOnlyList<Passage>> PassagesAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var missing = ids.Where(id => !_passages.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            Remember(await ports.Knowledge.GetAsync(tenant, missing, cancellationToken));
        }

        return [.. ids.Where(_passages.ContainsKey).Select(id => _passages[id])];
    }
}
