using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Shop;

public sealed record StockSorterConfiguration
{
    [Description("More pieces than this are a high stock.")]
    [Range(0, 1_000_000)]
    public int HighStockThreshold { get; init; } = 10;

    public bool ExcludeOutOfStock { get; init; }
}

[NodeType("stock_sorter", NodeCategory.Shop,
    Summary = "Featured products first, then high stock, then in stock; the rest out or last. Keeps the order of prices where a price was asked.",
    Reads = [RowValues.Products, PriceVariables.Type + "?"],
    Sets = [RowValues.Products + ":list"])]
[Port("next")]
internal sealed class StockSorterNode : Node<StockSorterConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        StockSorterConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var ids = RowValues.Ids(context.Variables.Walk(RowValues.Products));
        var products = await context.Rows.ProductsAsync(ids, cancellationToken);
        var keepsPriceOrder = !context.Variables.Walk(PriceVariables.Type).IsEmpty;
        IEnumerable<Product> kept = configuration.ExcludeOutOfStock ? products.Where(product => product.Stock > 0) : products;
        List<Product> sorted = [.. kept.OrderBy(product => Rank(product, configuration.HighStockThreshold, keepsPriceOrder))];
        return NodeResult.Continue() with { Sets = WalkSets.Of((RowValues.Products, RowValues.Of(sorted))) };
    }

    private static int Rank(Product product, int highStock, bool keepsPriceOrder) => product switch
    {
        { Stock: <= 0 } => 3,
        _ when keepsPriceOrder => 0,
        { Featured: true } => 0,
        _ when product.Stock > highStock => 1,
        _ => 2,
    };
}
