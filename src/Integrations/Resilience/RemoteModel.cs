using FlowEngine.Integrations.Models;

namespace FlowEngine.Integrations.Resilience;

/// <summary>What a provider needs to make its client. The key is never empty: an endpoint of one's own may need none.</summary>
public sealed class RemoteModel(string name, ModelSettings settings, Uri endpoint, string key, HttpClient http, TimeSpan timeout)
{
    public string Name => name;

    public ModelSettings Settings => settings;

    /// <summary>The configuration's, else the provider's own.</summary>
    public Uri Endpoint => endpoint;

    public string Key => key;

    public HttpClient Http => http;

    public TimeSpan Timeout => timeout;
}
