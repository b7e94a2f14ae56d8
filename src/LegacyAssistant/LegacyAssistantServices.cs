using FlowEngine.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.LegacyAssistant;

public static class LegacyAssistantServices
{
    /// <summary>V1 as one of the engines. The host gives its prompt source, its limits and logging.</summary>
    public static IServiceCollection AddLegacyAssistant(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEngineFactory, LegacyAssistantFactory>());
        return services;
    }
}
