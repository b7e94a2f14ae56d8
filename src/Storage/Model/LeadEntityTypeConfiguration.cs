using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class LeadEntityTypeConfiguration : IEntityTypeConfiguration<LeadRow>
{
    public void Configure(EntityTypeBuilder<LeadRow> builder)
    {
        builder.ToTable("leads");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.EffectKey).HasMaxLength(200);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.Email).HasMaxLength(320);
        builder.Property(row => row.Phone).HasMaxLength(50);
        builder.Property(row => row.Source).HasMaxLength(100);
        builder.HasIndex([nameof(LeadRow.TenantId), nameof(LeadRow.EffectKey)], "ux_leads_tenant_id_effect_key").IsUnique();
        builder.HasIndex([nameof(LeadRow.TenantId), nameof(LeadRow.CreatedAt)], "ix_leads_tenant_id_created_at");
    }
}
