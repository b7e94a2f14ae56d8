using Anthropic;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Resilience;
using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Anthropic;

/// <summary>Anthropic's messages API.</summary>
internal sealed class AnthropicModelProvider(RemoteModels models) : IModelProvider
{
    /// <summary>The API wants a limit; this one is sent where nothing else is said.</summary>
    private const int DefaultMaxTokens = 4096;

    private static readonly TimeSpan s_afterOurs = TimeSpan.FromSeconds(5);

    public string Name => "anthropic";

    public Uri Service { get; } = new("https://api.anthropic.com");

    public ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken) =>
        models.GetAsync(configuration, Service, Connect, () => new MessageTranslator(), cancellationToken);

    private static IChatClient Connect(RemoteModel model)
    {
        var client = new AnthropicClient
        {
            ApiKey = model.Key,
            BaseUrl = model.Endpoint.ToString().TrimEnd('/'),
            HttpClient = model.Http,
            MaxRetries = 0,
            Timeout = model.Timeout + s_afterOurs,
            OpenTelemetry = false,
        };
        return new RefusalMarkingClient(client.AsIChatClient(model.Name, DefaultMaxTokens));
    }
}
