using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class LegacyIdEntityTypeConfiguration : IEntityTypeConfiguration<LegacyIdRow>
{
    public void Configure(EntityTypeBuilder<LegacyIdRow> builder)
    {
        builder.ToTable("legacy_ids");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Kind).HasMaxLength(64);
        builder.Property(row => row.SourceHash).HasMaxLength(64);
        builder.Property(row => row.MessagesHash).HasMaxLength(64);
        builder.HasIndex([nameof(LegacyIdRow.TenantId), nameof(LegacyIdRow.InstanceId), nameof(LegacyIdRow.Kind), nameof(LegacyIdRow.OldId)], "ux_legacy_ids_tenant_id_instance_id_kind_old_id").IsUnique();
    }
}
