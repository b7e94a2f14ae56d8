using FlowEngine.Moving.Importing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FlowEngine.Moving;

public static class MovingServices
{
    public static IServiceCollection AddMoving(this IServiceCollection services)
    {
        services.TryAddSingleton<ImportTenants>();
        services.TryAddSingleton<NodeTypeImport>();
        services.TryAddSingleton<SettingsImport>();
        services.TryAddSingleton<FlowsImport>();
        services.TryAddSingleton<ConversationImport>();
        services.TryAddSingleton<LegacyImport>();
        services.TryAddSingleton<ConversationStatusReport>();
        services.TryAddSingleton<LegacyDatabaseFile>();
        return services;
    }
}
