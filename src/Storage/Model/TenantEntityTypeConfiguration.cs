using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class TenantEntityTypeConfiguration : IEntityTypeConfiguration<TenantRow>
{
    public void Configure(EntityTypeBuilder<TenantRow> builder)
    {
        builder.ToTable("tenants");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Slug).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Languages).HasMaxLength(200);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.SiteUrl).HasMaxLength(500);
        builder.Property(row => row.TimeZone).HasMaxLength(64);
        builder.HasIndex([nameof(TenantRow.Slug)], "ux_tenants_slug").IsUnique();
    }
}
