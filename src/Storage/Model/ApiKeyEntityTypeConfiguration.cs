using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class ApiKeyEntityTypeConfiguration : IEntityTypeConfiguration<ApiKeyRow>
{
    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Scope).HasMaxLength(16);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.Property(row => row.Prefix).HasMaxLength(16);
        builder.HasIndex([nameof(ApiKeyRow.Hash)], "ux_api_keys_hash").IsUnique();
        builder.HasIndex([nameof(ApiKeyRow.TenantId)], "ix_api_keys_tenant_id");
    }
}
