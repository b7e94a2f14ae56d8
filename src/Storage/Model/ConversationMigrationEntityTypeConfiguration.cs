using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class ConversationMigrationEntityTypeConfiguration : IEntityTypeConfiguration<ConversationMigrationRow>
{
    public void Configure(EntityTypeBuilder<ConversationMigrationRow> builder)
    {
        builder.ToTable("conversation_migrations");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.InstanceId).HasMaxLength(64);
        builder.Property(row => row.RunId).HasMaxLength(64);
        builder.Property(row => row.MapperVersion).HasMaxLength(32);
        builder.Property(row => row.SourceHash).HasMaxLength(64);
        builder.Property(row => row.Status).HasMaxLength(16);
        builder.HasIndex([nameof(ConversationMigrationRow.TenantId), nameof(ConversationMigrationRow.ConversationId)], "ix_conversation_migrations_tenant_id_conversation_id");
        builder.HasIndex([nameof(ConversationMigrationRow.TenantId), nameof(ConversationMigrationRow.RunId), nameof(ConversationMigrationRow.Batch)], "ix_conversation_migrations_tenant_id_run_id_batch");
    }
}
