using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class FlowVersionEntityTypeConfiguration : IEntityTypeConfiguration<FlowVersionRow>
{
    public void Configure(EntityTypeBuilder<FlowVersionRow> builder)
    {
        builder.ToTable("tenant_conversation_flows");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.FlowName).HasMaxLength(100);
        builder.Property(row => row.FlowDescription).HasMaxLength(500);
        builder.Property(row => row.StartNodeId).HasMaxLength(50);
        builder.Property(row => row.Status).HasMaxLength(16);
        builder.Property(row => row.Etag).HasMaxLength(64);
        builder.Property(row => row.CreatedBy).HasMaxLength(200);
        builder.Property(row => row.Note).HasMaxLength(500);
        builder.HasIndex([nameof(FlowVersionRow.TenantId), nameof(FlowVersionRow.FlowName), nameof(FlowVersionRow.Version)], "ux_tenant_conversation_flows_tenant_id_flow_name_version").IsUnique();
        builder.HasIndex([nameof(FlowVersionRow.TenantId), nameof(FlowVersionRow.FlowName), nameof(FlowVersionRow.Status), nameof(FlowVersionRow.Version)], "ix_tenant_conversation_flows_tenant_id_flow_name_status_version");
        builder.HasIndex([nameof(FlowVersionRow.TenantId), nameof(FlowVersionRow.FlowName)], "ux_tenant_conversation_flows_tenant_id_flow_name_active").IsUnique().HasFilter("is_active");
    }
}
