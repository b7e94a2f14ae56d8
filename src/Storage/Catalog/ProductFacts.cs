using System.Data.Common;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Catalog;

/// <summary>What decides among products that answer a query equally well.</summary>
internal sealed record ProductFacts(long Id, string CategorySlug, bool Featured, bool InStock)
{
    /// <summary>Active products of one tenant; conditions follow with <c>AND</c>.</summary>
    public const string Select = """
        SELECT p.id, c.slug, p.featured, p.stock FROM products p
        LEFT JOIN product_categories c ON c.tenant_id = p.tenant_id AND c.id = p.category_id
        WHERE p.tenant_id = @tenant_id AND p.is_active
        """;

    public static ProductFacts Of(Product product) => new(product.Id, product.CategorySlug, product.Featured, product.Stock > 0);

    public static ProductFacts Read(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.TextOrNull(1) ?? "", reader.GetBoolean(2), reader.GetInt32(3) > 0);
}
