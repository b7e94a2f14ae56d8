using System.Collections.Concurrent;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Resilience;

namespace FlowEngine.Integrations.Embeddings;

/// <summary>The tenants' embedding models: of each the first active AI configuration that names one, kept from call to call.</summary>
public sealed class EmbeddingDirectory(
    IAiConfigurations configurations, ISecrets secrets, ModelHttp http, ModelCallOptions options, TimeProvider time)
{
    private const int Capacity = 4000;

    private readonly ConcurrentDictionary<AiConfiguration, (EmbeddingModel? Model, string? Key)> _known = new();

    /// <param name="without">Providers that are not asked.</param>
    /// <returns>Null where the tenant has none that could be asked.</returns>
    public async ValueTask<EmbeddingModel?> OfAsync(TenantKey tenant, IReadOnlySet<string> without, CancellationToken cancellationToken)
    {
        foreach (var row in (await configurations.ActiveAsync(tenant, cancellationToken))
            .Where(row => !without.Contains(row.Provider))
            .OrderByDescending(row => row.IsDefault)
            .ThenBy(row => row.Priority)
            .ThenBy(row => row.Name, StringComparer.Ordinal))
        {
            if (await KnownAsync(tenant, row, cancellationToken) is { } model)
            {
                return model;
            }
        }

        return null;
    }

    private async ValueTask<EmbeddingModel?> KnownAsync(TenantKey tenant, AiConfiguration row, CancellationToken cancellationToken)
    {
        var settings = ModelSettingsReader.Read(row.Settings, row.Provider).Settings;
        if (settings?.EmbeddingModel is null)
        {
            return null;
        }

        var endpoint = settings.Endpoint ?? EmbeddingWire.Service;
        var key = settings.ApiKey is { } reference ? await secrets.ForModelAsync(tenant, reference, endpoint, cancellationToken) : null;
        if (_known.TryGetValue(row, out var known) && known.Key == key)
        {
            return known.Model;
        }

        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        return (_known[row] = (Make(settings, endpoint, key), key)).Model;
    }

    /// <summary>A key that is not there or may not be sent, or none for the provider's own service: nobody could be asked.</summary>
    private EmbeddingModel? Make(ModelSettings settings, Uri endpoint, string? key) =>
        key is null && (settings.ApiKey is not null || settings.Endpoint is null)
            ? null
            : new(
                settings.EmbeddingModel!, endpoint, key, http.NewJsonClient(endpoint),
                options with { Timeout = settings.Timeout ?? options.Timeout }, time);
}
