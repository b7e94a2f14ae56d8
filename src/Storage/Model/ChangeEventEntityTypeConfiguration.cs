using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class ChangeEventEntityTypeConfiguration : IEntityTypeConfiguration<ChangeEventRow>
{
    /// <summary>Bookkeeping that nobody misses: it goes with the schema, and a tenant is not in use for having some.</summary>
    public const string Table = "change_events";

    public void Configure(EntityTypeBuilder<ChangeEventRow> builder)
    {
        builder.ToTable(Table);
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Topic).HasMaxLength(32);
        builder.Property(row => row.Kind).HasMaxLength(100);
        builder.Property(row => row.Subject).HasMaxLength(200);
        builder.Property(row => row.Scope).HasMaxLength(16);
        builder.HasIndex([nameof(ChangeEventRow.TenantId), nameof(ChangeEventRow.Id)], "ix_change_events_tenant_id_id");
    }
}
