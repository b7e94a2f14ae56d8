using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Shop;

public enum ComparisonFormat
{
    Table,
    List,
}

public sealed record ProductComparisonConfiguration
{
    public ComparisonFormat Format { get; init; }

    [Range(2, 10)]
    public int MaxProducts { get; init; } = 3;
}

/// <summary>The products that the message names; where it names fewer than two, those that the walk has found join them.</summary>
[NodeType("product_comparison", NodeCategory.Shop,
    Summary = "Compares products: where they differ, what speaks for each, what they have in common.",
    Reads = [RowValues.Products + "?"],
    Sets = [ComparisonValues.Variable + ":object"])]
[Port("compared")]
[Port("not_enough", Optional = true)]
internal sealed class ProductComparisonNode : Node<ProductComparisonConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        ProductComparisonConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var products = await NamedProducts.FindAsync(context, cancellationToken);
        if (products.Count < 2)
        {
            var ids = RowValues.Ids(context.Variables.Walk(RowValues.Products));
            var found = await context.Rows.ProductsAsync(ids, cancellationToken);
            products = [.. products.Concat(found).DistinctBy(product => product.Id)];
        }

        if (products.Count < 2)
        {
            return NodeResult.Continue(1) with { Sets = WalkSets.Of((ComparisonValues.Variable, Value.Null)) };
        }

        products = [.. products.Take(configuration.MaxProducts)];
        context.Rows.Remember(products);
        var format = configuration.Format == ComparisonFormat.List ? "list" : "table";
        var comparison = ProductComparer.Compare(products, format, context.Turn.Tenant.Rates);
        return NodeResult.Continue() with { Sets = WalkSets.Of((ComparisonValues.Variable, ComparisonValues.Of(comparison))) };
    }
}
