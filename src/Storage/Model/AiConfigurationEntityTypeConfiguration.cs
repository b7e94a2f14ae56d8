using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class AiConfigurationEntityTypeConfiguration : IEntityTypeConfiguration<AiConfigurationRow>
{
    public void Configure(EntityTypeBuilder<AiConfigurationRow> builder)
    {
        builder.ToTable("ai_assistant_configurations");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Name).HasMaxLength(100);
        builder.Property(row => row.Provider).HasMaxLength(50);
        builder.Property(row => row.ModelName).HasMaxLength(200);
        builder.HasIndex([nameof(AiConfigurationRow.TenantId), nameof(AiConfigurationRow.Name)], "ux_ai_assistant_configurations_tenant_id_name").IsUnique();
    }
}
