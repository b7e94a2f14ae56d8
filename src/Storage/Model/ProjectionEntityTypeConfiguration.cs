using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class ProjectionEntityTypeConfiguration : IEntityTypeConfiguration<ProjectionRow>
{
    public void Configure(EntityTypeBuilder<ProjectionRow> builder)
    {
        builder.ToTable("projections");
        builder.HasKey(row => row.InstanceId);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Owner).HasMaxLength(64);
    }
}
