using System.Collections.Concurrent;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Wire;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Resilience;

/// <summary>
/// The clients of remote models: one a tenant's configuration and key, kept from turn to turn with its circuit breaker. A changed
/// configuration or key gets a new one; the old one serves who still uses it and holds nothing of its own.
/// </summary>
public sealed class RemoteModels(ISecrets secrets, ModelHttp http, ModelCallOptions options, TimeProvider time)
{
    private const int Capacity = 4000;
    private const string NoKey = "none";

    /// <summary>The same whether there is no such secret or it may not be sent there.</summary>
    private const string KeyNotUsable =
        "its api_key is not set, or may not be sent to its endpoint: store a key of the tenant and name it secret:NAME, "
        + "or have the operator grant it in FlowEngine:Ai:Secrets";

    private readonly ConcurrentDictionary<AiConfiguration, Remote> _known = new();

    /// <param name="service">The provider's own endpoint.</param>
    /// <param name="connect">Makes the provider's client, without retries of its own.</param>
    /// <param name="translator">Makes the one that reads the provider's events.</param>
    internal async ValueTask<IChatClient> GetAsync(
        AiConfiguration configuration,
        Uri service,
        Func<RemoteModel, IChatClient> connect,
        Func<AnswerTranslator> translator,
        CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(configuration, out var known)
            && await KeyAsync(configuration, known.Settings, service, cancellationToken) == known.Key)
        {
            return known.Client;
        }

        var remote = await MakeAsync(configuration, service, connect, translator, cancellationToken);
        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        return (_known[configuration] = remote).Client;
    }

    private async ValueTask<Remote> MakeAsync(
        AiConfiguration configuration,
        Uri service,
        Func<RemoteModel, IChatClient> connect,
        Func<AnswerTranslator> translator,
        CancellationToken cancellationToken)
    {
        var (settings, faults) = ModelSettingsReader.Read(configuration.Settings, configuration.Provider);
        if (settings is null)
        {
            var places = string.Join(", ", faults.Select(fault => fault.Pointer.Length == 0 ? fault.Code : $"{fault.Pointer} {fault.Code}"));
            return new(new(), null, new FailingChatClient($"its settings are invalid: {places}"));
        }

        var key = await KeyAsync(configuration, settings, service, cancellationToken);
        if (key is null && (settings.ApiKey is not null || settings.Endpoint is null))
        {
            return new(settings, null, new FailingChatClient(settings.ApiKey is null ? "no api_key is set" : KeyNotUsable));
        }

        var endpoint = settings.Endpoint ?? service;
        var model = new RemoteModel(
            configuration.ModelName, settings, endpoint, key ?? NoKey, http.NewClient(endpoint, translator), settings.Timeout ?? options.Timeout);
        return new(settings, key, new ResilientChatClient(connect(model), settings, options, time));
    }

    private ValueTask<string?> KeyAsync(
        AiConfiguration configuration, ModelSettings settings, Uri service, CancellationToken cancellationToken) =>
        settings.ApiKey is { } reference
            ? secrets.ForModelAsync(configuration.Tenant ?? default, reference, settings.Endpoint ?? service, cancellationToken)
            : new((string?)null);

    private sealed record Remote(ModelSettings Settings, string? Key, IChatClient Client);
}
