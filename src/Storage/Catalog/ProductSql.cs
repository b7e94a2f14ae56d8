using System.Data.Common;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Json;

namespace FlowEngine.Storage.Catalog;

/// <summary>How a product is read.</summary>
internal static class ProductSql
{
    /// <summary>Active products of one tenant; conditions follow with <c>AND</c>.</summary>
    public const string Select = """
        SELECT p.id, p.sku, p.slug, p.name, c.slug, p.description, p.price, p.currency, p.stock, p.featured, p.url, p.image_url,
          p.attributes, t.site_url
        FROM products p
        JOIN tenants t ON t.id = p.tenant_id
        LEFT JOIN product_categories c ON c.tenant_id = p.tenant_id AND c.id = p.category_id
        WHERE p.tenant_id = @tenant_id AND p.is_active
        """;

    public static Product Read(DbDataReader reader)
    {
        var slug = reader.GetString(2);
        var site = reader.TextOrNull(13);
        return new()
        {
            Id = reader.GetInt64(0),
            Sku = reader.GetString(1),
            Slug = slug,
            Name = reader.GetString(3),
            CategorySlug = reader.TextOrNull(4) ?? "",
            Description = reader.TextOrNull(5) ?? "",
            Price = reader.IsDBNull(6) ? null : reader.GetDecimal(6),
            Currency = reader.GetString(7),
            Stock = reader.GetInt32(8),
            Featured = reader.GetBoolean(9),
            Url = SiteAddress.Of(site, reader.TextOrNull(10)) ?? (site is null ? null : SiteAddress.Of(site, "/shop/" + slug)),
            ImageUrl = SiteAddress.Of(site, reader.TextOrNull(11)),
            Attributes = StoredJson.Values(reader.TextOrNull(12)),
        };
    }
}
