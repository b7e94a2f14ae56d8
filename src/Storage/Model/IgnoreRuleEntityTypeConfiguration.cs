using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class IgnoreRuleEntityTypeConfiguration : IEntityTypeConfiguration<IgnoreRuleRow>
{
    public void Configure(EntityTypeBuilder<IgnoreRuleRow> builder)
    {
        builder.ToTable("ignore_rules");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Owner).HasMaxLength(200);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.Property(row => row.Field).HasMaxLength(200);
        builder.Property(row => row.Kind).HasMaxLength(64);
        builder.Property(row => row.Value).HasMaxLength(500);
        builder.HasIndex([nameof(IgnoreRuleRow.TenantId)], "ix_ignore_rules_tenant_id");
    }
}
