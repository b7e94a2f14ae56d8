using FlowEngine.Chat;
using FlowEngine.Chat.Flows;
using FlowEngine.Chat.Health;
using FlowEngine.Chat.Timeouts;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;
using FlowEngine.Hosting.Databases;
using FlowEngine.Hosting.Demo;
using FlowEngine.Hosting.Jobs;
using FlowEngine.Hosting.Ports;
using FlowEngine.Hosting.Secrets;
using FlowEngine.Hosting.ServiceSettings;
using FlowEngine.Hosting.Upkeep;
using FlowEngine.Integrations;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using FlowEngine.Moving;
using FlowEngine.Nodes;
using FlowEngine.ParallelRuns;
using FlowEngine.ParallelRuns.Gates;
using FlowEngine.ParallelRuns.Work;
using FlowEngine.Storage;
using FlowEngine.Storage.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting;

/// <summary>What the service is made of, but for what listens.</summary>
public static partial class HostingServices
{
    public static IServiceCollection AddFlowEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        AddSettings(services, configuration);
        AddDatabase(services, configuration);
        services.AddNodes();
        AddV1(services);
        AddModels(services);
        AddSecrets(services);
        services.AddChat();
        services.AddParallelRuns();
        services.AddMoving();
        services.TryAddSingleton<JobSignal>();
        services.TryAddSingleton<JobStarter>();
        services.TryAddSingleton<JobRunner>();
        services.TryAddSingleton<ApiKeyCache>();
        services.TryAddSingleton<ApiKeyUses>();
        services.TryAddSingleton<FlowFiles>();
        services.TryAddSingleton<DemoSeeder>();
        return services;
    }

    /// <summary>Does nothing in a build without the legacy assistant.</summary>
    static partial void AddV1(IServiceCollection services);

    /// <summary>What runs without a request.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services)
    {
        services.AddHostedService<TimeoutService>();
        services.TryAddSingleton<ProjectorMetrics>();
        services.AddHostedService<ProjectorService>();
        services.AddHostedService<RetentionService>();
        services.AddHostedService<ComparisonWorker>();
        services.AddHostedService<ComparisonUpkeep>();
        services.AddHostedService<ComparisonEntry>();
        services.AddHostedService<StageWatchTimer>();
        services.AddHostedService<JobWorker>();
        services.AddHostedService<JobUpkeep>();
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
        services.AddSingleton<IOptionsMonitor<ChatOptions>>(provider => provider.GetRequiredService<IOptionsMonitor<FlowEngineOptions>>());
        services.AddSingleton<IOptions<ChatOptions>>(provider => provider.GetRequiredService<IOptions<FlowEngineOptions>>());
        services.AddSingleton<IOptionsMonitor<ComparisonOptions>>(provider => new OptionsPart<FlowEngineOptions, ComparisonOptions>(
            provider.GetRequiredService<IOptionsMonitor<FlowEngineOptions>>(), options => options.Comparisons));
        services.AddSingleton<IOptionsMonitor<JobOptions>>(provider => new OptionsPart<FlowEngineOptions, JobOptions>(
            provider.GetRequiredService<IOptionsMonitor<FlowEngineOptions>>(), options => options.Jobs));
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

    private static void AddModels(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new OutgoingHttpOptions(
            provider.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Outgoing.ToNetworks()));
        services.TryAddSingleton(provider => new OpenNetworks(provider.GetRequiredService<OutgoingHttpOptions>().OpenNetworks));
        services.TryAddSingleton(provider => new EndpointList(
            provider.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Ai.Endpoints));
        services.AddIntegrations();
        services.TryAddSingleton<IPromptSource, StoredPrompts>();
        services.TryAddSingleton<IAiConfigurations, StoredAiConfigurations>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<FlowEngineOptions>>().Value.Ai.ToCallOptions());
    }

    private static void AddSecrets(IServiceCollection services)
    {
        services.TryAddSingleton<SecretProtector>();
        services.TryAddSingleton<StoredSecrets>();
        services.TryAddSingleton<TenantSecrets>();
        services.TryAddSingleton<ISecrets>(provider => provider.GetRequiredService<TenantSecrets>());
    }
}
