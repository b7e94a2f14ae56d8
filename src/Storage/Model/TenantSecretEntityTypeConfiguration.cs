using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class TenantSecretEntityTypeConfiguration : IEntityTypeConfiguration<TenantSecretRow>
{
    public void Configure(EntityTypeBuilder<TenantSecretRow> builder)
    {
        builder.ToTable("tenant_secrets");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.HasIndex([nameof(TenantSecretRow.TenantId), nameof(TenantSecretRow.InstanceId), nameof(TenantSecretRow.Name)], "ux_tenant_secrets_name")
            .IsUnique();
    }
}
