using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class ComparisonUsageEntityTypeConfiguration : IEntityTypeConfiguration<ComparisonUsageRow>
{
    public void Configure(EntityTypeBuilder<ComparisonUsageRow> builder)
    {
        builder.ToTable("comparison_usage");
        builder.HasKey(row => new { row.TenantId, row.InstanceId, row.Day });
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Day).HasMaxLength(10);
    }
}
