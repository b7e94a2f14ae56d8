using System.Collections.Concurrent;
using FlowEngine.Integrations.Http;
using FlowEngine.Integrations.Models;
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

    private readonly ConcurrentDictionary<AiConfiguration, Remote> _known = new();

    /// <param name="connect">Makes the provider's client, without retries of its own.</param>
    public IChatClient Get(AiConfiguration configuration, Func<RemoteModel, IChatClient> connect)
    {
        if (_known.TryGetValue(configuration, out var known) && KeyOf(known.Settings) == known.Key)
        {
            return known.Client;
        }

        var remote = Make(configuration, connect);
        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        return (_known[configuration] = remote).Client;
    }

    private Remote Make(AiConfiguration configuration, Func<RemoteModel, IChatClient> connect)
    {
        var (settings, faults) = ModelSettingsReader.Read(configuration.Settings, configuration.Provider);
        if (settings is null)
        {
            var places = string.Join(", ", faults.Select(fault => fault.Pointer.Length == 0 ? fault.Code : $"{fault.Pointer} {fault.Code}"));
            return new(new(), null, new FailingChatClient($"its settings are invalid: {places}"));
        }

        var key = KeyOf(settings);
        if (key is null && (settings.ApiKey is not null || settings.Endpoint is null))
        {
            return new(settings, null, new FailingChatClient(
                settings.ApiKey is null ? "no api_key is set" : $"the secret {settings.ApiKey} is not set"));
        }

        var model = new RemoteModel(configuration.ModelName, settings, key ?? NoKey, http.NewClient(), settings.Timeout ?? options.Timeout);
        return new(settings, key, new ResilientChatClient(connect(model), settings, options, time));
    }

    private string? KeyOf(ModelSettings settings) => settings.ApiKey is { } reference ? secrets.FindOfService(reference) : null;

    private sealed record Remote(ModelSettings Settings, string? Key, IChatClient Client);
}
