using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class TenantUsageEntityTypeConfiguration : IEntityTypeConfiguration<TenantUsageRow>
{
    public void Configure(EntityTypeBuilder<TenantUsageRow> builder)
    {
        builder.ToTable("tenant_usage");
        builder.HasKey(row => new { row.TenantId, row.InstanceId, row.Day, row.Slot });
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Day).HasMaxLength(10);
        builder.Property(row => row.Slot).HasDefaultValue(0).ValueGeneratedNever();
        builder.Property(row => row.Currency).HasMaxLength(3);
    }
}
