using FlowEngine.Api.Access;
using FlowEngine.Api.Assistants;
using FlowEngine.Api.Audit;
using FlowEngine.Api.Background;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Comparisons.Gating;
using FlowEngine.Api.Comparisons.Ignoring;
using FlowEngine.Api.Comparisons.Judging;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Comparisons.Running;
using FlowEngine.Api.Databases;
using FlowEngine.Api.Demo;
using FlowEngine.Api.Flows;
using FlowEngine.Api.FlowTests;
using FlowEngine.Api.Migration;
using FlowEngine.Api.Ports;
using FlowEngine.Api.Problems;
using FlowEngine.Api.Secrets;
using FlowEngine.Api.ServiceSettings;
using FlowEngine.Api.Settings;
using FlowEngine.Api.Stages;
using FlowEngine.Api.Switches;
using FlowEngine.Api.Telemetry;
using FlowEngine.Api.Tenants;
using FlowEngine.Api.Trying;
using FlowEngine.Comparing.Ladder;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Integrations;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using FlowEngine.LegacyAssistant;
using FlowEngine.Nodes;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using FlowEngine.Storage;
using FlowEngine.Storage.Schema;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.FeatureManagement;

namespace FlowEngine.Api;

/// <summary>What the service is made of; one short method a capability.</summary>
public static class ApiServices
{
    public static IServiceCollection AddFlowEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        AddSettings(services, configuration);
        AddDatabase(services, configuration);
        AddEngines(services);
        AddChat(services);
        AddFlows(services);
        AddAssistants(services);
        AddTenantSettings(services);
        AddComparisons(services);
        AddStages(services);
        AddTelemetry(services);
        AddMigration(services);
        AddDemo(services);
        return services;
    }

    private static void AddSettings(IServiceCollection services, IConfiguration configuration)
    {
        // They say whose rows these are and where: half of a process must not go on with others after an edit.
        var atStart = new Lazy<FlowEngineOptions>(() => SettingsBinding.Read(configuration));
        services.AddSingleton<IValidateOptions<FlowEngineOptions>, FlowEngineOptionsValidator>();
        services.AddOptions<FlowEngineOptions>()
            .Configure(options => SettingsBinding.Bind(configuration, options))
            .PostConfigure(options =>
            {
                (options.InstanceId, options.Database) = (atStart.Value.InstanceId, atStart.Value.Database);
                options.ChatDisabled |= ChatSwitch.IsOff(configuration) == true;
            })
            .ValidateOnStart();
        services.AddSingleton<IOptionsChangeTokenSource<FlowEngineOptions>>(new ConfigurationChangeTokenSource<FlowEngineOptions>(configuration));
        services.TryAddSingleton<SettingsWarnings>();
    }

    private static void AddDatabase(IServiceCollection services, IConfiguration configuration)
    {
        var database = SettingsBinding.Read(configuration).Database;
        services.AddSingleton(provider => new SchemaDefaults(provider.GetRequiredService<IOptions<FlowEngineOptions>>().Value.InstanceId));
        services.AddStorage();
        foreach (var kind in DatabaseKinds.All)
        {
            kind.AddSource(services);
        }

        // A provider that this build does not have is reported with all other faults of the settings.
        DatabaseKinds.Find(database.Provider)?.AddStorage(services, database.ConnectionString);
    }

    private static void AddEngines(IServiceCollection services)
    {
        services.AddNodes();
        services.AddLegacyAssistant();
        AddOutgoing(services);
        services.AddIntegrations();
        services.TryAddSingleton<IPromptSource, StoredPrompts>();
        services.TryAddSingleton<IAiConfigurations, StoredAiConfigurations>();
        AddSecrets(services);
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Ai.ToCallOptions());
        services.TryAddSingleton<ModelChain>();
        services.TryAddSingleton(provider => new TurnPorts(
            provider.GetRequiredService<IProductCatalog>(),
            provider.GetRequiredService<IKnowledgeBase>(),
            provider.GetRequiredService<IConversationHistory>(),
            provider.GetRequiredService<ModelChain>())
        {
            Http = provider.GetRequiredService<IOutgoingHttp>(),
            Effects = provider.GetRequiredService<IEffectLedger>(),
        });
        services.TryAddSingleton(provider => new FlowCache(
            provider.GetRequiredService<IFlowVersions>(), provider.GetRequiredService<NodeRegistry>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Limits.ToTurnLimits());
        services.TryAddSingleton<ConversationFlowEngine>();
        services.TryAddSingleton<ConversationEngines>();
        services.TryAddSingleton<PlannedEngines>();
        services.TryAddSingleton<AssistantColumnsReader>();
    }

    private static void AddOutgoing(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new OutgoingHttpOptions(
            provider.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Outgoing.ToNetworks()));
        services.TryAddSingleton(provider => new EndpointList(
            provider.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Ai.Endpoints));
    }

    private static void AddSecrets(IServiceCollection services)
    {
        services.TryAddSingleton<SecretProtector>();
        services.TryAddSingleton<StoredSecrets>();
        services.TryAddSingleton<TenantSecrets>();
        services.TryAddSingleton<ISecrets>(provider => provider.GetRequiredService<TenantSecrets>());
        services.TryAddSingleton<SecretHandler>();
    }

    private static void AddChat(IServiceCollection services)
    {
        services.AddFeatureManagement();
        services.TryAddSingleton<TenantDirectory>();
        services.TryAddSingleton<ApiKeyCache>();
        services.TryAddSingleton<CallerResolver>();
        services.TryAddSingleton<ConversationLocks>();
        services.TryAddSingleton<SessionConversations>();
        services.TryAddSingleton<UsageGate>();
        services.TryAddSingleton<TurnPreparer>();
        services.TryAddSingleton<TurnRunner>();
        services.TryAddSingleton<DueTimeouts>();
        services.TryAddSingleton<SseTurn>();
        services.TryAddSingleton<ChatHandler>();
        services.TryAddSingleton<ExpiredWaits>();
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = RelaxedJson.Encoder);
        services.AddExceptionHandler<FaultHandler>();
        services.TryAddSingleton<NearestRoute>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = StatusProblems.Complete);
    }

    private static void AddFlows(IServiceCollection services)
    {
        services.TryAddSingleton<NodeTypeViews>();
        services.TryAddSingleton<TenantFlowChecker>();
        services.TryAddSingleton<FlowTrial>();
        services.TryAddSingleton<TryHandler>();
        services.TryAddSingleton<FlowTestSuite>();
        services.TryAddSingleton<StoredFlowTests>();
        services.TryAddSingleton<ConversationScripts>();
        services.TryAddSingleton<FlowTestHandler>();
        services.TryAddSingleton<FlowReads>();
        services.TryAddSingleton<FlowHandler>();
        services.TryAddSingleton<IFlowTestGate, StoredTestGate>();
        services.TryAddSingleton<FlowPublisher>();
        services.TryAddSingleton<VersionHandler>();
        services.TryAddSingleton<VersionReads>();
        services.TryAddSingleton<FlowImpact>();
    }

    private static void AddAssistants(IServiceCollection services)
    {
        services.TryAddSingleton<ModelTrial>();
        services.TryAddSingleton<AiConfigurationHandler>();
        services.TryAddSingleton<AuditReads>();
    }

    private static void AddComparisons(IServiceCollection services)
    {
        services.TryAddSingleton<ComparisonLoad>();
        services.TryAddSingleton<ComparisonSignal>();
        services.TryAddSingleton<CandidateBudget>();
        services.TryAddSingleton<ComparisonPlanner>();
        services.TryAddSingleton<CandidateEngines>();
        services.TryAddSingleton<CandidateRunner>();
        services.TryAddSingleton<CandidateTurns>();
        services.TryAddSingleton<TenantIgnoreRules>();
        services.TryAddSingleton<VerdictModels>();
        services.TryAddSingleton<TurnComparer>();
        services.TryAddSingleton<YieldingScheduler>();
        services.TryAddSingleton<ParallelTurn>();
        services.TryAddSingleton<ResultWriter>();
        services.TryAddSingleton<ComparisonHandler>();
        services.TryAddSingleton<ComparisonExport>();
        services.TryAddSingleton<ComparedTurns>();
        services.TryAddSingleton<CauseAnswers>();
        services.TryAddSingleton<TenantGates>();
        services.TryAddSingleton<GateHandler>();
        services.TryAddSingleton<IgnoreRuleHandler>();
        services.TryAddSingleton<WatchDecisions>();
        services.TryAddSingleton<StageWatch>();
        services.TryAddSingleton(new LadderOptions());
    }

    private static void AddTenantSettings(IServiceCollection services)
    {
        services.TryAddSingleton<SettingsHandler>();
        services.TryAddSingleton<TenantHandler>();
    }

    private static void AddStages(IServiceCollection services)
    {
        services.TryAddSingleton<StageResolver>();
        services.TryAddSingleton<IStageGate, ComparisonGate>();
        services.TryAddSingleton<IStageGate, NoComparisonsGate>();
        services.TryAddSingleton<StageReadiness>();
        services.TryAddSingleton<StageDesk>();
        services.TryAddSingleton<StageHandler>();
        services.TryAddSingleton<KillSwitchSubjects>();
        services.TryAddSingleton<KillSwitchHandler>();
        services.TryAddSingleton<Drills>();
        services.TryAddSingleton<DrillHandler>();
    }

    private static void AddTelemetry(IServiceCollection services)
    {
        services.TryAddSingleton<TurnMetrics>();
        services.TryAddSingleton<TurnWatches>();
        services.TryAddSingleton(PrometheusMetrics.Build);
    }

    private static void AddMigration(IServiceCollection services)
    {
        services.TryAddSingleton<ImportTenants>();
        services.TryAddSingleton<NodeTypeImport>();
        services.TryAddSingleton<SettingsImport>();
        services.TryAddSingleton<FlowsImport>();
        services.TryAddSingleton<ConversationImport>();
        services.TryAddSingleton<LegacyImport>();
        services.TryAddSingleton<ConversationStatusReport>();
        services.TryAddSingleton<LegacyDatabaseFile>();
    }

    private static void AddDemo(IServiceCollection services)
    {
        services.TryAddSingleton<FlowFiles>();
        services.TryAddSingleton<DemoSeeder>();
    }
}
