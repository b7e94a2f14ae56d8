using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Offline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Integrations;

public static class IntegrationsServices
{
    /// <summary>The model directory and the built-in providers. Needs an <see cref="IAiConfigurations"/> of the host.</summary>
    public static IServiceCollection AddIntegrations(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IModelProvider, OfflineModelProvider>());
        services.TryAddSingleton<IModelDirectory, ModelDirectory>();
        return services;
    }
}
