using System.Collections.Frozen;
using FlowEngine.Conversations;
using FlowEngine.Conversations.ModelAnswers;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Models;

/// <summary>Makes a tenant's chain of models from its AI configurations and the registered providers.</summary>
public sealed class ModelDirectory : IModelDirectory
{
    private readonly IAiConfigurations _configurations;
    private readonly FrozenDictionary<string, IModelProvider> _providers;

    public ModelDirectory(IAiConfigurations configurations, IEnumerable<IModelProvider> providers)
    {
        _configurations = configurations;
        _providers = providers.ToFrozenDictionary(provider => provider.Name, StringComparer.OrdinalIgnoreCase);
    }

    public async ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(
        TenantKey tenant, string? configuration, CancellationToken cancellationToken)
    {
        var active = await _configurations.ActiveAsync(tenant, cancellationToken);
        if (configuration is not null && !active.Any(row => row.Name == configuration))
        {
            return [];
        }

        var chain = new List<ConfiguredModel>(active.Count);
        foreach (var row in active
            .OrderByDescending(row => row.Name == configuration)
            .ThenByDescending(row => row.IsDefault)
            .ThenBy(row => row.Priority)
            .ThenBy(row => row.Name, StringComparer.Ordinal))
        {
            chain.Add(await ModelAsync(row, cancellationToken));
        }

        return chain;
    }

    /// <summary>One configuration's model, active or not.</summary>
    public async ValueTask<ConfiguredModel> ModelAsync(AiConfiguration configuration, CancellationToken cancellationToken)
    {
        var client = await ClientAsync(configuration, cancellationToken);
        return new(
            configuration.Name, configuration.Provider, configuration.ModelName, client,
            client.GetService(typeof(ModelPrice)) as ModelPrice, client.GetService(typeof(ModelParameters)) as ModelParameters)
        {
            ThinkingTags = client.GetService(typeof(ThinkingTags)) as ThinkingTags ?? ThinkingTags.Default,
            IsFree = _providers.GetValueOrDefault(configuration.Provider)?.IsFree == true,
        };
    }

    /// <summary>A provider's own endpoint; null where it has none or there is no such provider.</summary>
    public Uri? ServiceOf(string provider) => _providers.GetValueOrDefault(provider)?.Service;

    public IReadOnlyList<string> Providers => [.. _providers.Keys.Order(StringComparer.Ordinal)];

    private ValueTask<IChatClient> ClientAsync(AiConfiguration configuration, CancellationToken cancellationToken) =>
        _providers.TryGetValue(configuration.Provider, out var provider)
            ? provider.CreateAsync(configuration, cancellationToken)
            : new(new FailingChatClient($"there is no provider '{configuration.Provider}'"));
}
