using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class AuditSealEntityTypeConfiguration : IEntityTypeConfiguration<AuditSealRow>
{
    public void Configure(EntityTypeBuilder<AuditSealRow> builder)
    {
        builder.ToTable("audit_seals");
        builder.HasKey(row => new { row.TenantId, row.InstanceId, row.LastId });
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.LastId).ValueGeneratedNever();
        builder.Property(row => row.Root).HasMaxLength(64);
        builder.Property(row => row.Chain).HasMaxLength(64);
    }
}
