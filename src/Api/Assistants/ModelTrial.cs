using FlowEngine.Conversations;
using FlowEngine.Integrations.Models;

namespace FlowEngine.Api.Assistants;

/// <summary>Asks one configuration's model one small question.</summary>
public sealed class ModelTrial(ModelDirectory models, TimeProvider time, ILogger<ModelChain> logger)
{
    private const int MaxTokens = 64;

    private static readonly ModelContext s_question = new() { Language = "en", UserMessage = "Hello! Please answer with one word." };

    public async Task<AiConfigurationTestView> RunAsync(TenantKey tenant, AiConfiguration configuration, CancellationToken cancellationToken)
    {
        var chain = new ModelChain(new Only(await models.ModelAsync(configuration, cancellationToken)), logger);
        var began = time.GetTimestamp();
        var reply = await chain.AnswerAsync(
            new(tenant, s_question, "test", MaxTokens: MaxTokens, Stream: false), NoReplyStream.Instance, cancellationToken);
        return new(
            reply.Text is not null,
            configuration.ModelName,
            Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1),
            reply.Usage.InputTokens,
            reply.Usage.OutputTokens,
            reply.FailureCode is { } code ? new(code, reply.Cause) : null);
    }

    private sealed class Only(ConfiguredModel model) : IModelDirectory
    {
        public ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(
            TenantKey tenant, string? configuration, CancellationToken cancellationToken) => new([model]);
    }
}
