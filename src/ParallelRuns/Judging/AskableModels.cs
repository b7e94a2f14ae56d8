using FlowEngine.Comparing.Ladder;
using FlowEngine.Comparing.Verdicts;

namespace FlowEngine.ParallelRuns.Judging;

/// <summary>The models that one comparison may ask; nobody asks them where something cheaper decides.</summary>
public sealed class AskableModels
{
    internal AskableModels(IEmbedder? embedder, IReplyJudge? judge, AskedUsage used) => (Embedder, Judge, Used) = (embedder, judge, used);

    public IEmbedder? Embedder { get; }

    public IReplyJudge? Judge { get; }

    /// <summary>So far; null where none was asked.</summary>
    public VerdictUsage? Usage => Used.Total;

    private AskedUsage Used { get; }
}
