using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class KillSwitchEntityTypeConfiguration : IEntityTypeConfiguration<KillSwitchRow>
{
    public void Configure(EntityTypeBuilder<KillSwitchRow> builder)
    {
        builder.ToTable("kill_switches");
        builder.HasKey(row => new { row.TenantId, row.InstanceId, row.Kind, row.Subject });
        builder.Property(row => row.TenantId).ValueGeneratedNever();
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.Subject).HasMaxLength(200);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.Property(row => row.ChangedBy).HasMaxLength(200);
    }
}
