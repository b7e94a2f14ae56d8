using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Tools;

/// <summary>Tools over the catalogue.</summary>
internal sealed class ProductTools(NodeContext context)
{
    private const int UsualLimit = 5;
    private const int MaxLimit = 10;

    public async ValueTask<(ToolAnswer Answer, IReadOnlyList<Product> Found)> SearchAsync(Value arguments, CancellationToken cancellationToken)
    {
        if (ToolArguments.Text(arguments, "query") is not { } query)
        {
            return (ToolArguments.Missing("query"), []);
        }

        var limit = (int)Math.Clamp(arguments["limit"].Number ?? UsualLimit, 1, MaxLimit);
        var found = await FindAsync(query, limit, cancellationToken);
        return (ToolAnswer.Of(Value.Object(("products", RowValues.Of(found)))), found);
    }

    public async ValueTask<(ToolAnswer Answer, IReadOnlyList<Product> Found)> GetAsync(Value arguments, CancellationToken cancellationToken)
    {
        if (ToolArguments.Text(arguments, "product") is not { } wanted)
        {
            return (ToolArguments.Missing("product"), []);
        }

        var text = new FoldedText(wanted);
        var hits = await FindAsync(wanted, MaxLimit, cancellationToken);
        var product = hits.FirstOrDefault(hit => IsExactly(hit, wanted, text)) ?? hits.FirstOrDefault(hit => ProductNames.IsAskedFor(hit, text));
        if (product is null)
        {
            return (ToolAnswer.Of(Value.Object(("product", Value.Null), ("message", Value.Of("No product has this number or name.")))), []);
        }

        var attributes = ("attributes", Value.Of(product.Attributes));
        return (ToolAnswer.Of(Value.Object(("product", RowValues.Of([product])["0"]), attributes)), [product]);
    }

    private async ValueTask<IReadOnlyList<Product>> FindAsync(string query, int limit, CancellationToken cancellationToken)
    {
        var found = await context.Ports.Catalog.SearchAsync(context.Tenant, new ProductQuery(query, null, limit), cancellationToken);
        context.Rows.Remember(found);
        return found;
    }

    private static bool IsExactly(Product product, string wanted, FoldedText text) =>
        TextFold.Fold(product.Sku) == text.Text || TextFold.Fold(product.Name) == text.Text || product.Slug == wanted;
}
