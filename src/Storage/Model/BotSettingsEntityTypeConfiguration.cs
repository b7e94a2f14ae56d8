using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowEngine.Storage.Model;

internal sealed class BotSettingsEntityTypeConfiguration : IEntityTypeConfiguration<BotSettingsRow>
{
    public void Configure(EntityTypeBuilder<BotSettingsRow> builder)
    {
        builder.ToTable("bot_settings");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.DefaultFlow).HasMaxLength(100);
        builder.Property(row => row.ChatDisabled).HasDefaultValue(false);
        builder.HasIndex([nameof(BotSettingsRow.TenantId)], "ux_bot_settings_tenant_id_active").IsUnique().HasFilter("is_active");
    }
}
