using System.ClientModel;
using System.ClientModel.Primitives;
using FlowEngine.Integrations.Models;
using FlowEngine.Integrations.Resilience;
using Microsoft.Extensions.AI;
using OpenAI;

namespace FlowEngine.Integrations.OpenAi;

/// <summary>OpenAI, and every service that speaks its chat completions: vLLM, Ollama, Azure.</summary>
internal sealed class OpenAiModelProvider(RemoteModels models) : IModelProvider
{
    public string Name => "openai";

    public Uri Service { get; } = new("https://api.openai.com/v1");

    public ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken) =>
        models.GetAsync(configuration, Service, Connect, () => new ChatCompletionTranslator(), cancellationToken);

    private static OpenAiChatClient Connect(RemoteModel model)
    {
        var options = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(model.Http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Endpoint = model.Endpoint,
        };
        var client = new OpenAIClient(new ApiKeyCredential(model.Key), options).GetChatClient(model.Name);
        return new(client.AsIChatClient(), KnowsOldLimitOnly(model.Settings.Endpoint));
    }

    private static bool KnowsOldLimitOnly(Uri? endpoint) =>
        endpoint is not null
        && !endpoint.Host.EndsWith(".openai.com", StringComparison.OrdinalIgnoreCase)
        && !endpoint.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase);
}
