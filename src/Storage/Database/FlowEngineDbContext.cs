using System.Linq.Expressions;
using FlowEngine.Conversations;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FlowEngine.Storage.Database;

/// <summary>The rows of one tenant; comes from <see cref="ITenantDb"/> only.</summary>
public sealed class FlowEngineDbContext(DbContextOptions<FlowEngineDbContext> options) : DbContext(options)
{
    private TenantKey? _key;

    /// <summary>Throws where no tenant is set: a pooled context belongs to nobody between two leases.</summary>
    public TenantKey Key => _key ?? throw new InvalidOperationException("The context has no tenant.");

    public DbSet<BotSettingsRow> BotSettings => Set<BotSettingsRow>();

    public DbSet<FlowVersionRow> FlowVersions => Set<FlowVersionRow>();

    public DbSet<FlowTestRow> FlowTests => Set<FlowTestRow>();

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<TurnRow> Turns => Set<TurnRow>();

    public DbSet<EffectRow> Effects => Set<EffectRow>();

    public DbSet<LeadRow> Leads => Set<LeadRow>();

    public DbSet<TenantUsageRow> Usage => Set<TenantUsageRow>();

    public DbSet<TenantStageRow> Stages => Set<TenantStageRow>();

    public DbSet<ParallelRunRow> ParallelRuns => Set<ParallelRunRow>();

    public DbSet<IgnoreRuleRow> IgnoreRules => Set<IgnoreRuleRow>();

    public DbSet<ComparisonUsageRow> ComparisonUsage => Set<ComparisonUsageRow>();

    public DbSet<CandidateStateRow> CandidateStates => Set<CandidateStateRow>();

    public DbSet<ConversationMigrationRow> ConversationMigrations => Set<ConversationMigrationRow>();

    public DbSet<LegacyIdRow> LegacyIds => Set<LegacyIdRow>();

    public DbSet<AnalyticsRow> Analytics => Set<AnalyticsRow>();

    public DbSet<AuditRow> AuditLogs => Set<AuditRow>();

    public DbSet<AuditSealRow> AuditSeals => Set<AuditSealRow>();

    public DbSet<TurnHourRow> TurnHours => Set<TurnHourRow>();

    public DbSet<DirectiveRow> Directives => Set<DirectiveRow>();

    public DbSet<PromptRow> Prompts => Set<PromptRow>();

    public DbSet<AiConfigurationRow> AiConfigurations => Set<AiConfigurationRow>();

    public DbSet<TenantSecretRow> Secrets => Set<TenantSecretRow>();

    public DbSet<CategoryRow> Categories => Set<CategoryRow>();

    public DbSet<ProductRow> Products => Set<ProductRow>();

    public DbSet<KnowledgeRow> Knowledge => Set<KnowledgeRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<ChangeEventRow> ChangeEvents => Set<ChangeEventRow>();

    private long CurrentTenantId => Key.TenantId;

    private string CurrentInstanceId => Key.InstanceId;

    public override void Dispose()
    {
        _key = null;
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        _key = null;
        return base.DisposeAsync();
    }

    internal void Use(TenantKey key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.TenantId, 1, nameof(key));
        ArgumentException.ThrowIfNullOrEmpty(key.InstanceId, nameof(key));
        _key = key;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(FlowEngineDbContext).Assembly,
            type => type.GetInterfaces().Any(contract =>
                contract.IsGenericType && typeof(ITenantRow).IsAssignableFrom(contract.GenericTypeArguments[0])));
        SnakeCaseNames.Apply(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => !entity.IsOwned()))
        {
            // An update or delete names the tenant too, not the row's id alone.
            entity.GetProperty(nameof(ITenantRow.TenantId)).IsConcurrencyToken = true;
            Filter(modelBuilder, entity);
        }
    }

    private void Filter(ModelBuilder model, IMutableEntityType entity)
    {
        var row = Expression.Parameter(entity.ClrType, "row");
        var mine = Same(row, nameof(ITenantRow.TenantId), nameof(CurrentTenantId));
        if (typeof(IInstanceRow).IsAssignableFrom(entity.ClrType))
        {
            mine = Expression.AndAlso(mine, Same(row, nameof(IInstanceRow.InstanceId), nameof(CurrentInstanceId)));
        }

        model.Entity(entity.ClrType).HasQueryFilter(Expression.Lambda(mine, row));
    }

    private BinaryExpression Same(ParameterExpression row, string column, string current) =>
        Expression.Equal(Expression.Property(row, column), Expression.Property(Expression.Constant(this), current));
}
