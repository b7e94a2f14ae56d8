using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class EffectEntityTypeConfiguration : IEntityTypeConfiguration<EffectRow>
{
    public void Configure(EntityTypeBuilder<EffectRow> builder)
    {
        builder.ToTable("effects");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.Type).HasMaxLength(64);
        builder.Property(row => row.NodeId).HasMaxLength(50);
        builder.Property(row => row.Status).HasMaxLength(16);
        builder.HasIndex([nameof(EffectRow.TenantId), nameof(EffectRow.Key)], "ux_effects_tenant_id_key").IsUnique();
        builder.HasIndex([nameof(EffectRow.TenantId), nameof(EffectRow.TurnId)], "ix_effects_tenant_id_turn_id");
    }
}
