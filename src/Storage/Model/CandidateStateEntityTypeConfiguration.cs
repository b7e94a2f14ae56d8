using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class CandidateStateEntityTypeConfiguration : IEntityTypeConfiguration<CandidateStateRow>
{
    public void Configure(EntityTypeBuilder<CandidateStateRow> builder)
    {
        builder.ToTable("candidate_states");
        builder.HasKey(row => new { row.TenantId, row.ConversationId, row.Engine, row.Mode });
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Engine).HasMaxLength(8);
        builder.Property(row => row.Mode).HasMaxLength(16);
    }
}
