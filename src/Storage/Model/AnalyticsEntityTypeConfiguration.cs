using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class AnalyticsEntityTypeConfiguration : IEntityTypeConfiguration<AnalyticsRow>
{
    public void Configure(EntityTypeBuilder<AnalyticsRow> builder)
    {
        builder.ToTable("chat_analytics");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Engine).HasMaxLength(8);
        builder.Property(row => row.Stage).HasMaxLength(16);
        builder.Property(row => row.Model).HasMaxLength(200);
        builder.Property(row => row.FailureCode).HasMaxLength(64);
        builder.HasIndex([nameof(AnalyticsRow.TenantId), nameof(AnalyticsRow.CreatedAt)], "ix_chat_analytics_tenant_id_created_at");
    }
}
