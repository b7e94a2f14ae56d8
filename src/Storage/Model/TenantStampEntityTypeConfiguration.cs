using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class TenantStampEntityTypeConfiguration : IEntityTypeConfiguration<TenantStampRow>
{
    public void Configure(EntityTypeBuilder<TenantStampRow> builder)
    {
        builder.ToTable(StampedTable.Stamps);
        builder.HasKey(row => row.TenantId);
        builder.Property(row => row.TenantId).ValueGeneratedNever();
    }
}
