using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class DirectiveEntityTypeConfiguration : IEntityTypeConfiguration<DirectiveRow>
{
    public void Configure(EntityTypeBuilder<DirectiveRow> builder)
    {
        builder.ToTable("ai_tenant_directives");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.DirectiveKey).HasMaxLength(100);
        builder.Property(row => row.DirectiveType).HasMaxLength(16);
        builder.Property(row => row.Category).HasMaxLength(50);
        builder.HasIndex([nameof(DirectiveRow.TenantId), nameof(DirectiveRow.DirectiveKey)], "ux_ai_tenant_directives_tenant_id_directive_key").IsUnique();
    }
}
