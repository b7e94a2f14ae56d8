using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Offline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Integrations;

public static class IntegrationsServices
{
    /// <summary>
    /// The model directory, the built-in providers and the guarded way out. Needs an <see cref="IAiConfigurations"/> and an
    /// <see cref="ISecrets"/> of the host.
    /// </summary>
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, OfflineModelProvider>());
        services.TryAddSingleton<IModelDirectory, ModelDirectory>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(OutgoingHttpOptions.Public);
        services.TryAddSingleton<IHostResolver, DnsHostResolver>();
        services.TryAddSingleton<IOutgoingHttp, GuardedHttp>();
        return services;
    }
}
