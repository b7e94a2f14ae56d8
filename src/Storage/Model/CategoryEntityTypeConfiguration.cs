using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class CategoryEntityTypeConfiguration : IEntityTypeConfiguration<CategoryRow>
{
    public void Configure(EntityTypeBuilder<CategoryRow> builder)
    {
        builder.ToTable("product_categories");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Slug).HasMaxLength(100);
        builder.HasIndex([nameof(CategoryRow.TenantId), nameof(CategoryRow.Slug)], "ux_product_categories_tenant_id_slug").IsUnique();
    }
}
