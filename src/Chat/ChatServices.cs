using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Switches;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Timeouts;
using FlowEngine.Chat.Trying;
using FlowEngine.Chat.Turns;
using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;
using FlowEngine.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.FeatureManagement;

namespace FlowEngine.Chat;

public static class ChatServices
{
    /// <summary>Everything that happens to a message, but for storage, node types and models.</summary>
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddFeatureManagement();
        AddEngines(services);
        AddTurns(services);
        AddStages(services);
        services.TryAddSingleton<TenantFlowChecker>();
        services.TryAddSingleton<FlowTrial>();
        return services;
    }

    private static void AddEngines(IServiceCollection services)
    {
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
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<ChatOptions>>().Value.Limits.ToTurnLimits());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEngineFactory, FlowEngineFactory>());
        services.TryAddSingleton<ConversationEngines>();
        services.TryAddSingleton<EngineExecutor>();
        services.TryAddSingleton<AssistantColumnsReader>();
    }

    private static void AddTurns(IServiceCollection services)
    {
        services.TryAddSingleton<TurnMetrics>();
        services.TryAddSingleton<TurnWatches>();
        services.TryAddSingleton<TenantDirectory>();
        services.TryAddSingleton<ConversationLocks>();
        services.TryAddSingleton<SessionConversations>();
        services.TryAddSingleton<UsageGate>();
        services.TryAddSingleton<TurnAdmission>();
        services.TryAddSingleton<TurnClaims>();
        services.TryAddSingleton<ConversationQueue>();
        services.TryAddSingleton<TurnPlanner>();
        services.TryAddSingleton<TurnRunner>();
        services.TryAddSingleton<TimeoutTurns>();
        services.TryAddSingleton<TurnPipeline>();
        services.TryAddSingleton<TimeoutScanner>();
    }

    private static void AddStages(IServiceCollection services)
    {
        services.TryAddSingleton<StageResolver>();
        services.TryAddSingleton<StageReadiness>();
        services.TryAddSingleton<StageService>();
        services.TryAddSingleton<Drills>();
    }
}
