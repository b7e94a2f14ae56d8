using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Timeouts;
using FlowEngine.Chat.Turns;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Storage.Access;
using FlowEngine.Storage.Assistants;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Catalog;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Events;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.History;
using FlowEngine.Storage.Import;
using FlowEngine.Storage.Jobs;
using FlowEngine.Storage.Knowledge;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Projection;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sealing;
using FlowEngine.Storage.Secrets;
using FlowEngine.Storage.Settings;
using FlowEngine.Storage.Stages;
using FlowEngine.Storage.Switches;
using FlowEngine.Storage.Tenants;
using FlowEngine.Storage.Turns;
using FlowEngine.Storage.Writing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Storage;

public static class StorageServices
{
    /// <summary>Everything that is the same on every database; add one database beside it.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DatabaseGeneration>();
        services.TryAddSingleton<ITenantDb, TenantDb>();
        services.TryAddSingleton<ISystemDb, SystemDb>();
        services.TryAddSingleton<TenantFacts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IInterceptor, ChangedFacts>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IInterceptor, ChangeEventInterceptor>());
        services.TryAddSingleton<ITenantFacts>(provider => provider.GetRequiredService<TenantFacts>());
        services.TryAddSingleton<ITurnReader, SqlTurnReader>();
        services.TryAddSingleton<ITurnWriter, SqlTurnWriter>();
        services.TryAddSingleton<IOrphanedClaims, OrphanedClaims>();
        services.TryAddSingleton<IEffectLedger, SqlEffectLedger>();
        services.TryAddSingleton<ITenantReader, SqlTenantReader>();
        services.TryAddSingleton(new SchemaDefaults("default"));
        services.TryAddSingleton<SchemaPlans>();
        services.TryAddSingleton<SchemaMigrator>();
        services.TryAddSingleton<IProductCatalog, ProductCatalog>();
        services.TryAddSingleton<IKnowledgeBase, KnowledgeBase>();
        services.TryAddSingleton<IConversationHistory, ConversationHistory>();
        services.TryAddSingleton<StageStore>();
        services.TryAddSingleton<IStageStore>(provider => provider.GetRequiredService<StageStore>());
        services.TryAddSingleton<KillSwitchStore>();
        services.TryAddSingleton<FlowVersionStore>();
        services.TryAddSingleton<ITenantFlows, TenantFlows>();
        services.TryAddSingleton<FlowVersionChanges>();
        services.TryAddSingleton<FlowCounts>();
        services.TryAddSingleton<RecentSessions>();
        services.TryAddSingleton<WaitingWalks>();
        AddAdministration(services);
        AddBackground(services);
        services.TryAddSingleton<TenantTables>();
        services.TryAddSingleton<TenantStore>();
        services.TryAddSingleton<TenantImporter>();
        services.TryAddSingleton<LegacyIdStore>();
        services.TryAddSingleton<SourceDatabases>();
        services.TryAddSingleton<LegacySettings>();
        return services;
    }

    private static void AddAdministration(IServiceCollection services)
    {
        services.TryAddSingleton<AuditStore>();
        services.TryAddSingleton<ProjectionPlace>();
        services.TryAddSingleton<TurnProjector>();
        services.TryAddSingleton<TurnRetention>();
        services.TryAddSingleton<AuditSealer>();
        services.TryAddSingleton<AuditVerifier>();
        services.TryAddSingleton<FlowTestStore>();
        services.TryAddSingleton<IFlowVersions>(provider => provider.GetRequiredService<FlowVersionStore>());
        services.TryAddSingleton<ApiKeyStore>();
        services.TryAddSingleton<AssistantStore>();
        services.TryAddSingleton<AiConfigurationStore>();
        services.TryAddSingleton<TenantSecretStore>();
        services.TryAddSingleton<DataProtectionKeyStore>();
        services.TryAddSingleton<BotSettingsStore>();
        services.TryAddSingleton<NodeTypeStore>();
        services.TryAddSingleton<ConversationStore>();
        services.TryAddSingleton<IDueWaits, DueWaits>();
        services.TryAddSingleton<IDayUsage, DayUsage>();
    }

    private static void AddBackground(IServiceCollection services)
    {
        services.TryAddSingleton<AskedTurns>();
        services.TryAddSingleton<ComparisonQueue>();
        services.TryAddSingleton<ComparisonUsage>();
        services.TryAddSingleton<ControlEffects>();
        services.TryAddSingleton<ComparisonStore>();
        services.TryAddSingleton<ComparisonRetention>();
        services.TryAddSingleton<StoredIgnoreRules>();
        services.TryAddSingleton<JobStore>();
        services.TryAddSingleton<JobQueue>();
        services.TryAddSingleton<JobRetention>();
        services.TryAddSingleton<ChangeEventLog>();
        services.TryAddSingleton<ChangeEventRetention>();
    }
}
