using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Common;

/// <summary>The walk variable <c>comparison</c>: what texts show of a comparison, with the ids from which it is made again.</summary>
internal static class ComparisonValues
{
    public const string Variable = "comparison";

    public static Value Of(ProductComparison comparison) => Value.Object(
        ("ids", Value.Of([.. comparison.Products.Select(product => Value.Of((decimal)product.Id))])),
        ("products", Value.Of([.. comparison.Products.Select(product => Value.Of(product.Name))])),
        ("format", Value.Of(comparison.Format)),
        ("differences", Value.Of([.. comparison.Differences.Select(Of)])),
        ("common", Value.Of([.. comparison.Common.Select(Of)])),
        ("advantages", Value.Of([.. comparison.Advantages.Select(advantage => Value.Object(
            ("id", Value.Of((decimal)advantage.ProductId)), ("code", Value.Of(advantage.Code))))])));

    public static IReadOnlyList<long> Ids(Value comparison) =>
        [.. comparison["ids"].Items.Select(id => id.Number).OfType<decimal>().Select(id => (long)id)];

    private static Value Of(ComparedAttribute row) => Value.Object(
        ("name", Value.Of(row.Name)), ("values", Value.Of([.. row.Values])));
}
