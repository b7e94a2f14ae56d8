using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class TurnHourEntityTypeConfiguration : IEntityTypeConfiguration<TurnHourRow>
{
    public void Configure(EntityTypeBuilder<TurnHourRow> builder)
    {
        builder.ToTable("turn_hours");
        builder.HasKey(row => new
        {
            row.TenantId,
            row.InstanceId,
            row.Hour,
            row.Engine,
            row.Stage,
            row.FlowVersionId,
            row.Language,
            row.Outcome,
            row.Currency,
            row.Bucket,
        });
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Engine).HasMaxLength(8);
        builder.Property(row => row.Stage).HasMaxLength(16);
        builder.Property(row => row.FlowVersionId).ValueGeneratedNever();
        builder.Property(row => row.Language).HasMaxLength(8);
        builder.Property(row => row.Outcome).HasMaxLength(64);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.Bucket).ValueGeneratedNever();
    }
}
