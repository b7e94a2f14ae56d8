using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class JobEntityTypeConfiguration : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> builder)
    {
        builder.ToTable("jobs");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Kind).HasMaxLength(64);
        builder.Property(row => row.Scope).HasMaxLength(16);
        builder.Property(row => row.Subject).HasMaxLength(200);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.ErrorCode).HasMaxLength(64);
        builder.Property(row => row.ErrorDetail).HasMaxLength(500);
        builder.Property(row => row.Holder).HasMaxLength(64);
        builder.Property(row => row.CreatedBy).HasMaxLength(200);
        builder.HasIndex([nameof(JobRow.TenantId), nameof(JobRow.PublicId)], "ux_jobs_tenant_id_public_id").IsUnique();
        builder.HasIndex([nameof(JobRow.TenantId), nameof(JobRow.Id)], "ix_jobs_tenant_id_id");
        builder.HasIndex([nameof(JobRow.State), nameof(JobRow.InstanceId), nameof(JobRow.Id)], "ix_jobs_state_instance_id_id");
    }
}
