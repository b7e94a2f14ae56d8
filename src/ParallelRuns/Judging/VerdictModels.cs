using FlowEngine.Conversations;
using FlowEngine.Integrations.Embeddings;
using FlowEngine.Integrations.Offline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Judging;

/// <summary>
/// Finds the models that may decide a verdict: an embedding model where one of its AI configurations names one, a judge where the service wants one and the
/// tenant has a model that can judge.
/// </summary>
public sealed class VerdictModels(
    ModelChain chain, IModelDirectory models, EmbeddingDirectory embeddings, IOptionsMonitor<ComparisonOptions> options, TimeProvider time,
    ILogger<VerdictModels> logger)
{
    public async ValueTask<AskableModels> OfAsync(TenantProfile tenant, Guid turnId, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        var (used, asking) = (new AskedUsage(), new AskingTime(TimeSpan.FromSeconds(settings.JudgeSeconds), turnId, time, logger));
        var without = tenant.DisabledProviders;
        var embedding = await embeddings.OfAsync(tenant.Key, without, cancellationToken);
        var judge = settings.Judge > 0 && await CanJudgeAsync(tenant, cancellationToken)
            ? new ModelJudge(chain.Without(Judges(without)), tenant.Key, asking, used)
            : null;
        return new(embedding is null ? null : new ModelEmbedder(embedding, asking, used), judge, used);
    }

    private async ValueTask<bool> CanJudgeAsync(TenantProfile tenant, CancellationToken cancellationToken) =>
        (await models.ChainAsync(tenant.Key, null, cancellationToken)).Any(model => !Judges(tenant.DisabledProviders).Contains(model.Provider));

    /// <summary>The offline model knows shops, not judging.</summary>
    private static HashSet<string> Judges(IReadOnlySet<string> disabled) =>
        new(disabled.Append(OfflineChatClient.Provider), StringComparer.OrdinalIgnoreCase);
}
