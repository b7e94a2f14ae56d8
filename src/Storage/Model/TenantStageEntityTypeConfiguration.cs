using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class TenantStageEntityTypeConfiguration : IEntityTypeConfiguration<TenantStageRow>
{
    public void Configure(EntityTypeBuilder<TenantStageRow> builder)
    {
        builder.ToTable("tenant_stages");
        builder.HasKey(row => new { row.TenantId, row.InstanceId });
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Version).HasDefaultValue(0).IsConcurrencyToken();
        builder.Property(row => row.Stage).HasMaxLength(16);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.Property(row => row.ChangedBy).HasMaxLength(200);
    }
}
