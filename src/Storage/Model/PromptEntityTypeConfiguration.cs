using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class PromptEntityTypeConfiguration : IEntityTypeConfiguration<PromptRow>
{
    public void Configure(EntityTypeBuilder<PromptRow> builder)
    {
        builder.ToTable("ai_prompts");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.FeatureSlug).HasMaxLength(100);
        builder.Property(row => row.FeatureName).HasMaxLength(200);
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.HasIndex([nameof(PromptRow.TenantId), nameof(PromptRow.FeatureSlug), nameof(PromptRow.Name)], "ux_ai_prompts_tenant_id_feature_slug_name").IsUnique();
    }
}
