using Anthropic;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Resilience;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Anthropic;

/// <summary>Anthropic's messages API.</summary>
internal sealed class AnthropicModelProvider(RemoteModels models) : IModelProvider
{
    private const string DefaultEndpoint = "https://api.anthropic.com";

    /// <summary>The API wants a limit; this one is sent where nothing else is said.</summary>
    private const int DefaultMaxTokens = 4096;

    private static readonly TimeSpan s_afterOurs = TimeSpan.FromSeconds(5);

    public string Name => "anthropic";

    public IChatClient Create(AiConfiguration configuration) => models.Get(configuration, Connect);

    private static IChatClient Connect(RemoteModel model)
    {
        var client = new AnthropicClient
        {
            ApiKey = model.Key,
            BaseUrl = (model.Settings.Endpoint?.ToString() ?? DefaultEndpoint).TrimEnd('/'),
            HttpClient = model.Http,
            MaxRetries = 0,
            Timeout = model.Timeout + s_afterOurs,
            OpenTelemetry = false,
        };
        return client.AsIChatClient(model.Name, DefaultMaxTokens);
    }
}
