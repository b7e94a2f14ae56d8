using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class TurnEntityTypeConfiguration : IEntityTypeConfiguration<TurnRow>
{
    public void Configure(EntityTypeBuilder<TurnRow> builder)
    {
        builder.ToTable("conversation_turns");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.Status).HasMaxLength(16);
        builder.Property(row => row.Engine).HasMaxLength(8);
        builder.Property(row => row.Stage).HasMaxLength(16);
        builder.Property(row => row.StateBefore).HasMaxLength(64);
        builder.Property(row => row.StateAfter).HasMaxLength(64);
        builder.Property(row => row.FailureCode).HasMaxLength(64);
        builder.Property(row => row.Handover).HasMaxLength(16);
        builder.Property(row => row.FallbackFrom).HasMaxLength(8);
        builder.Property(row => row.FallbackCode).HasMaxLength(64);
        builder.Property(row => row.Model).HasMaxLength(200);
        builder.Property(row => row.CostCurrency).HasMaxLength(3);
        builder.Property(row => row.PriceVersion).HasMaxLength(200);
        builder.Property(row => row.UsedCurrency).HasMaxLength(3);
        builder.Property(row => row.Language).HasMaxLength(8);
        builder.Property(row => row.Caller).HasMaxLength(100);
        builder.Property(row => row.IdempotencyKey).HasMaxLength(200);
        builder.Property(row => row.BodyHash).HasMaxLength(64);
        builder.HasIndex([nameof(TurnRow.TenantId), nameof(TurnRow.ConversationId), nameof(TurnRow.Seq)], "ux_conversation_turns_tenant_id_conversation_id_seq").IsUnique();
        builder.HasIndex([nameof(TurnRow.TenantId), nameof(TurnRow.Caller), nameof(TurnRow.IdempotencyKey)], "ux_conversation_turns_tenant_id_caller_idempotency_key").IsUnique().HasFilter("idempotency_key IS NOT NULL");
        builder.HasIndex([nameof(TurnRow.TenantId), nameof(TurnRow.StartedAt)], "ix_conversation_turns_tenant_id_started_at");
        builder.HasIndex([nameof(TurnRow.EndedAt)], "ix_conversation_turns_ended_at").HasFilter("ended_at IS NOT NULL");
        builder.HasIndex([nameof(TurnRow.TenantId), nameof(TurnRow.StartedAt), nameof(TurnRow.Seq)], "ix_conversation_turns_comparisons").HasFilter("comparisons IS NOT NULL");
    }
}
