using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class ParallelRunEntityTypeConfiguration : IEntityTypeConfiguration<ParallelRunRow>
{
    public void Configure(EntityTypeBuilder<ParallelRunRow> builder)
    {
        builder.ToTable("parallel_runs");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Stage).HasMaxLength(16);
        builder.Property(row => row.AnsweredBy).HasMaxLength(8);
        builder.Property(row => row.Candidate).HasMaxLength(8);
        builder.Property(row => row.Mode).HasMaxLength(16);
        builder.Property(row => row.Result).HasMaxLength(32);
        builder.Property(row => row.SkippedReason).HasMaxLength(64);
        builder.Property(row => row.Severity).HasMaxLength(16);
        builder.Property(row => row.DecidedBy).HasMaxLength(32);
        builder.Property(row => row.Cluster).HasMaxLength(200);
        builder.Property(row => row.Currency).HasMaxLength(3);
        builder.Property(row => row.UnpricedModel).HasMaxLength(200);
        builder.HasIndex([nameof(ParallelRunRow.TenantId), nameof(ParallelRunRow.ConversationId), nameof(ParallelRunRow.Seq), nameof(ParallelRunRow.Candidate), nameof(ParallelRunRow.Mode)], "ux_parallel_runs_tenant_id_conversation_id_seq_candidate_mode").IsUnique();
        builder.HasIndex([nameof(ParallelRunRow.TenantId), nameof(ParallelRunRow.PublicId)], "ux_parallel_runs_tenant_id_public_id").IsUnique();
        builder.HasIndex([nameof(ParallelRunRow.TenantId), nameof(ParallelRunRow.CreatedAt)], "ix_parallel_runs_tenant_id_created_at");
        builder.HasIndex([nameof(ParallelRunRow.TenantId), nameof(ParallelRunRow.Id)], "ix_parallel_runs_pending").HasFilter("result = 'pending'");
    }
}
