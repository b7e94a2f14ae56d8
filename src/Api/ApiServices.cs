using FlowEngine.Api.Access;
using FlowEngine.Api.Assistants;
using FlowEngine.Api.Audit;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Comparisons.Gating;
using FlowEngine.Api.Comparisons.Ignoring;
using FlowEngine.Api.Comparisons.Reading;
using FlowEngine.Api.Comparisons.Series;
using FlowEngine.Api.Events;
using FlowEngine.Api.Flows;
using FlowEngine.Api.FlowTests;
using FlowEngine.Api.Jobs;
using FlowEngine.Api.Nodes;
using FlowEngine.Api.Problems;
using FlowEngine.Api.Secrets;
using FlowEngine.Api.Settings;
using FlowEngine.Api.StagePreviews;
using FlowEngine.Api.Stages;
using FlowEngine.Api.Switches;
using FlowEngine.Api.Telemetry;
using FlowEngine.Api.Tenants;
using FlowEngine.Api.Trying;
using FlowEngine.Chat.Jobs;
using FlowEngine.Conversations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.FeatureManagement;

namespace FlowEngine.Api;

/// <summary>What answers over HTTP.</summary>
public static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.TryAddSingleton<QueryParameters>();
        services.AddExceptionHandler<FaultHandler>();
        services.TryAddSingleton<NearestRoute>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = StatusProblems.Complete);
        services.TryAddSingleton<SecretHandler>();
        services.AddAccess();
        services.TryAddSingleton<SseReplies>();
        services.TryAddSingleton<ChatHandler>();
        services.TryAddSingleton<NodeTypeViews>();
        services.TryAddSingleton<NodeCatalogue>();
        services.TryAddSingleton<TryHandler>();
        services.TryAddSingleton<FlowTestSuite>();
        services.TryAddSingleton<StoredFlowTests>();
        services.TryAddSingleton<ConversationScripts>();
        services.TryAddSingleton<FlowTestHandler>();
        services.TryAddSingleton<FlowQueries>();
        services.TryAddSingleton<FlowHandler>();
        services.TryAddSingleton<IFlowTestGate>(provider => provider.GetRequiredService<StoredFlowTests>());
        services.TryAddSingleton<FlowPublisher>();
        services.TryAddSingleton<VersionHandler>();
        services.TryAddSingleton<VersionQueries>();
        services.TryAddSingleton<FlowImpact>();
        services.TryAddSingleton<ModelTrial>();
        services.TryAddSingleton<AiConfigurationHandler>();
        services.TryAddSingleton<AuditQueries>();
        services.TryAddSingleton<ComparisonHandler>();
        services.TryAddSingleton<ComparisonExport>();
        services.TryAddSingleton<GateHandler>();
        services.TryAddSingleton<IgnoreRuleHandler>();
        services.TryAddSingleton<SettingsHandler>();
        services.TryAddSingleton<TenantHandler>();
        services.TryAddSingleton<StageHandler>();
        services.TryAddSingleton<KillSwitchSubjects>();
        services.TryAddSingleton<KillSwitchHandler>();
        services.TryAddSingleton<DrillHandler>();
        services.TryAddSingleton<FlowListing>();
        services.TryAddSingleton<SeriesHandler>();
        services.TryAddSingleton<StagePreviewHandler>();
        services.TryAddSingleton<JobHandler>();
        services.TryAddSingleton<EventFeed>();
        services.TryAddSingleton<EventBacklog>();
        services.TryAddSingleton<EventStreams>();
        services.TryAddSingleton<FlowTestJobs>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJobKind, FlowTestRunJob>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IJobKind, FlowTestGenerationJob>());
        services.TryAddSingleton(PrometheusMetrics.Build);
        return services;
    }
}
