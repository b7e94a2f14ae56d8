using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using FlowEngine.Conversations;
using FlowEngine.Nodes.Common;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

public sealed record ProductSearchConfiguration
{
    [Range(1, 50)]
    public int SearchLimit { get; init; } = 5;

    [Description("By default the user's message.")]
    public LocalizedTemplate? Query { get; init; }

    [Description("What is in stock before what is not; otherwise as found.")]
    public bool SortByStock { get; init; } = true;
}

[NodeType("product_search", NodeCategory.Shop,
    Summary = "Searches the catalogue by its full text.",
    Reads = ["category?"],
    Sets = [RowValues.Products + ":list"])]
[Port("found")]
[Port("not_found", Optional = true)]
internal sealed class ProductSearchNode : Node<ProductSearchConfiguration>
{
    protected override async ValueTask<NodeResult> RunAsync(
        ProductSearchConfiguration configuration, NodeContext context, CancellationToken cancellationToken)
    {
        var query = configuration.Query?.Render(context.Scope) ?? context.UserMessage;
        var products = await CategorySearch.FindAsync(context, query, configuration.SearchLimit, cancellationToken);
        if (configuration.SortByStock)
        {
            products = [.. products.OrderBy(product => product.Stock > 0 ? 0 : 1)];
        }

        context.Rows.Remember(products);
        return NodeResult.Continue(products.Count > 0 ? 0 : 1) with
        {
            // What an earlier price_query of this walk said does not hold for these products.
            Sets = WalkSets.Of(
                (RowValues.Products, RowValues.Of(products)),
                (PriceVariables.Type, Value.Null),
                (PriceVariables.VatNote, Value.Null)),
        };
    }
}
