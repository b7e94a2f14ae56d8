using FlowEngine.Comparing.Ladder;
using FlowEngine.Conversations;
using FlowEngine.Integrations.Embeddings;

namespace FlowEngine.ParallelRuns.Judging;

/// <summary>The tenant's embedding model, for one comparison.</summary>
internal sealed class ModelEmbedder(EmbeddingModel model, AskingTime time, AskedUsage usage) : IEmbedder
{
    public string Model => model.Name;

    public async ValueTask<float[]?> EmbedAsync(string text, CancellationToken cancellationToken)
    {
        var embedded = await time.WithinAsync(token => model.EmbedAsync(text, token).AsTask(), cancellationToken);
        if (embedded is not null)
        {
            usage.Add(new ModelUsage(model.Name, embedded.Tokens, 0));
        }

        return embedded?.Vector;
    }
}
