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

    public IChatClient Create(AiConfiguration configuration) => models.Get(configuration, Connect);

    private static OpenAiChatClient Connect(RemoteModel model)
    {
        var options = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(model.Http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (model.Settings.Endpoint is { } endpoint)
        {
            options.Endpoint = endpoint;
        }

        return new(new OpenAIClient(new ApiKeyCredential(model.Key), options).GetChatClient(model.Name), KnowsOldLimitOnly(model.Settings.Endpoint));
    }

    private static bool KnowsOldLimitOnly(Uri? endpoint) =>
        endpoint is not null
        && !endpoint.Host.EndsWith(".openai.com", StringComparison.OrdinalIgnoreCase)
        && !endpoint.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase);
}
