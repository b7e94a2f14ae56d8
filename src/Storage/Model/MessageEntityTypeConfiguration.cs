using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class MessageEntityTypeConfiguration : IEntityTypeConfiguration<MessageRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable("ai_conversation_messages");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.MessageId).HasMaxLength(100);
        builder.Property(row => row.Role).HasMaxLength(16);
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.Engine).HasMaxLength(8);
        builder.HasIndex([nameof(MessageRow.TenantId), nameof(MessageRow.ConversationId), nameof(MessageRow.Id)], "ix_ai_conversation_messages_tenant_id_conversation_id_id");
    }
}
