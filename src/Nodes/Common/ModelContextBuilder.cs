using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Nodes.Common;

/// <summary>Makes what the model is given from <c>context</c>, and from what is set but was not known when that was built.</summary>
internal static class ModelContextBuilder
{
    public static async ValueTask<ModelContext> BuildAsync(NodeContext context, string systemPrompt, CancellationToken cancellationToken)
    {
        var variables = context.Variables;
        var tenant = context.Turn.Tenant;
        var parts = ContextParts.Read(variables.Walk(ContextParts.Variable));
        var productIds = parts.Products ?? RowValues.Ids(variables.Walk(RowValues.Products));
        var passageIds = parts.Passages ?? RowValues.Ids(variables.Walk(RowValues.Passages));
        return new ModelContext
        {
            Language = context.Language,
            UserMessage = context.UserMessage,
            SystemPrompt = systemPrompt,
            TenantName = tenant.Name,
            Currency = tenant.Currency,
            Directives = parts.Directives is { } keys ? [.. tenant.Directives.Where(rule => keys.Contains(rule.Key))] : tenant.Directives,
            History = parts.History ?? HistoryValues.Read(variables.Walk(HistoryValues.Variable)),
            Products = await context.Rows.ProductsAsync(productIds, cancellationToken),
            ProductsWereSearched = variables.IsSetInWalk(RowValues.Products),
            PriceQueryType = Text(variables.Walk(PriceVariables.Type)),
            VatNote = Text(variables.Walk(PriceVariables.VatNote)),
            Category = Text(variables.Walk("category")["name"]),
            Passages = await context.Rows.PassagesAsync(passageIds, cancellationToken),
            Contact = Contact(parts, variables, context.Language),
            Comparison = await ComparisonAsync(context, cancellationToken),
            Variables = parts.Variables,
        };
    }

    private static ContactFacts? Contact(ContextParts parts, Variables variables, string language)
    {
        var contact = parts.Contact ?? variables.Walk(ContactValues.Variable);
        return contact.IsEmpty ? null : ContactValues.Read(contact, language);
    }

    private static async ValueTask<ProductComparison?> ComparisonAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var comparison = context.Variables.Walk(ComparisonValues.Variable);
        var products = await context.Rows.ProductsAsync(ComparisonValues.Ids(comparison), cancellationToken);
        return products.Count < 2
            ? null
            : ProductComparer.Compare(products, comparison["format"].Text ?? "table", context.Turn.Tenant.Rates);
    }

    private static string? Text(Value value) => value.IsEmpty ? null : value.ToString();
}
