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
        builder.HasIndex([nameof(AuditRow.TenantId), nameof(AuditRow.CreatedAt)], "ix_audit_logs_tenant_id_created_at");
        builder.HasIndex([nameof(AuditRow.TenantId), nameof(AuditRow.Id)], "ix_audit_logs_tenant_id_id");
    }
}
