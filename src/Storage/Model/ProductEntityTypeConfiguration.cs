using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class ProductEntityTypeConfiguration : IEntityTypeConfiguration<ProductRow>
{
    public void Configure(EntityTypeBuilder<ProductRow> builder)
    {
        builder.ToTable("products");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Sku).HasMaxLength(100);
        builder.Property(row => row.Slug).HasMaxLength(200);
        builder.Property(row => row.Name).HasMaxLength(300);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Url).HasMaxLength(1000);
        builder.Property(row => row.ImageUrl).HasMaxLength(1000);
        builder.Property(row => row.Price).HasPrecision(18, 4);
        builder.HasIndex([nameof(ProductRow.TenantId), nameof(ProductRow.Slug)], "ux_products_tenant_id_slug").IsUnique();
        builder.HasIndex([nameof(ProductRow.TenantId), nameof(ProductRow.Sku)], "ix_products_tenant_id_sku");
        builder.HasIndex([nameof(ProductRow.TenantId), nameof(ProductRow.CategoryId)], "ix_products_tenant_id_category_id");
        builder.HasIndex([nameof(ProductRow.TenantId)], "ix_products_stale").HasFilter("search_text IS NULL");
    }
}
