using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class KnowledgeEntityTypeConfiguration : IEntityTypeConfiguration<KnowledgeRow>
{
    public void Configure(EntityTypeBuilder<KnowledgeRow> builder)
    {
        builder.ToTable("knowledge_documents");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Slug).HasMaxLength(200);
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.Url).HasMaxLength(1000);
        builder.HasIndex([nameof(KnowledgeRow.TenantId), nameof(KnowledgeRow.Slug)], "ux_knowledge_documents_tenant_id_slug").IsUnique();
        builder.HasIndex([nameof(KnowledgeRow.TenantId)], "ix_knowledge_documents_stale").HasFilter("search_text IS NULL");
    }
}
