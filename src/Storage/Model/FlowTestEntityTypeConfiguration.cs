using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class FlowTestEntityTypeConfiguration : IEntityTypeConfiguration<FlowTestRow>
{
    public void Configure(EntityTypeBuilder<FlowTestRow> builder)
    {
        builder.ToTable("flow_tests");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.FlowName).HasMaxLength(100);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.CreatedBy).HasMaxLength(200);
        builder.HasIndex([nameof(FlowTestRow.TenantId), nameof(FlowTestRow.FlowName), nameof(FlowTestRow.Name)], "ux_flow_tests_tenant_id_flow_name_name").IsUnique();
    }
}
