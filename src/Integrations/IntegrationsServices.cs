using FlowEngine.Conversations;
using FlowEngine.Integrations.Anthropic;
using FlowEngine.Integrations.Embeddings;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Offline;
using FlowEngine.Integrations.OpenAi;
using FlowEngine.Integrations.Resilience;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Integrations;

public static class IntegrationsServices
{
    /// <summary>
    /// The model directory and its providers, and the guarded way out. Needs an <see cref="IAiConfigurations"/> and an
    /// <see cref="ISecrets"/> of the host.
    /// </summary>
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, OfflineModelProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, OpenAiModelProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, AnthropicModelProvider>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ModelCallOptions>();
        services.TryAddSingleton(new EndpointList([]));
        services.TryAddSingleton<ModelEndpoints>();
        services.TryAddSingleton<ModelHttp>();
        services.TryAddSingleton<RemoteModels>();
        services.TryAddSingleton<EmbeddingDirectory>();
        services.TryAddSingleton<ModelDirectory>();
        services.TryAddSingleton<IModelDirectory>(provider => provider.GetRequiredService<ModelDirectory>());
        services.TryAddSingleton(OutgoingHttpOptions.Public);
        services.TryAddSingleton<IHostResolver, DnsHostResolver>();
        services.TryAddSingleton<IOutgoingHttp, GuardedHttp>();
        return services;
    }
}
