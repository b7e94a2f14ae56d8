using FlowEngine.Conversations;
using FlowEngine.LegacyAssistant.Context;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.LegacyAssistant;

public static class LegacyAssistantServices
{
    /// <summary>V1 as <see cref="LegacyAssistantEngine"/>. The host gives its ports, the prompt source among them, and logging.</summary>
    public static IServiceCollection AddLegacyAssistant(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ModelChain>();
        services.TryAddSingleton<LegacyContextBuilder>();
        services.TryAddSingleton<LegacyAssistantEngine>();
        return services;
    }
}
