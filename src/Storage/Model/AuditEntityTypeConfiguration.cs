using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class AuditEntityTypeConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit_logs");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Actor).HasMaxLength(200);
        builder.Property(row => row.Action).HasMaxLength(100);
        builder.Property(row => row.Subject).HasMaxLength(200);
        builder.Property(row => row.Status).HasMaxLength(16);
        builder.Property(row => row.Code).HasMaxLength(64);
        builder.Property(row => row.LeafHash).HasMaxLength(64);
        builder.HasIndex([nameof(AuditRow.TenantId), nameof(AuditRow.TurnId)], "ux_audit_logs_tenant_id_turn_id").IsUnique().HasFilter("turn_id IS NOT NULL");
        builder.HasIndex([nameof(AuditRow.TenantId), nameof(AuditRow.CreatedAt)], "ix_audit_logs_tenant_id_created_at");
        builder.HasIndex([nameof(AuditRow.TenantId), nameof(AuditRow.Id)], "ix_audit_logs_tenant_id_id");
    }
}
