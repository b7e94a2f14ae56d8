using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class ConversationEntityTypeConfiguration : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("ai_conversations");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.SessionId).HasMaxLength(64);
        builder.Property(row => row.UserId).HasMaxLength(200);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Language).HasMaxLength(8);
        builder.Property(row => row.Status).HasMaxLength(16);
        builder.Property(row => row.CurrentNodeId).HasMaxLength(50);
        builder.Property(row => row.UsedInputTokens).HasDefaultValue(0L);
        builder.Property(row => row.UsedOutputTokens).HasDefaultValue(0L);
        builder.Property(row => row.UsedCostUnits).HasDefaultValue(0L);
        builder.Property(row => row.UsedCurrency).HasMaxLength(3);
        builder.Property(row => row.UnpricedTurns).HasDefaultValue(0L);
        builder.Property(row => row.RowVersion).IsConcurrencyToken();
        builder.OwnsOne(row => row.Assistant, columns =>
        {
            columns.Property(row => row.FeatureSlug).HasMaxLength(100);
            columns.Property(row => row.FeatureName).HasMaxLength(200);
        });
        builder.Navigation(row => row.Assistant).IsRequired();
        builder.HasIndex([nameof(ConversationRow.TenantId), nameof(ConversationRow.PublicId)], "ux_ai_conversations_tenant_id_public_id").IsUnique();
        builder.HasIndex([nameof(ConversationRow.TenantId), nameof(ConversationRow.SessionId), nameof(ConversationRow.UpdatedAt)], "ix_ai_conversations_tenant_id_session_id_updated_at");
        builder.HasIndex([nameof(ConversationRow.TenantId), nameof(ConversationRow.UpdatedAt)], "ix_ai_conversations_tenant_id_updated_at");
        builder.HasIndex([nameof(ConversationRow.TenantId), nameof(ConversationRow.FlowId)], "ix_ai_conversations_tenant_id_flow_id").HasFilter("flow_id IS NOT NULL");
        builder.HasIndex([nameof(ConversationRow.TenantId), nameof(ConversationRow.CurrentNodeId)], "ix_ai_conversations_tenant_id_current_node_id").HasFilter("current_node_id IS NOT NULL");
        builder.HasIndex([nameof(ConversationRow.ExpiresAt)], "ix_ai_conversations_expires_at").HasFilter("expires_at IS NOT NULL");
    }
}
