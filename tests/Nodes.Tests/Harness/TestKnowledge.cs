using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>Passages in memory; the score is the share of the question's words that a passage has.</summary>
public sealed class TestKnowledge : IKnowledgeBase
{
    public List<Passage> Passages { get; } = [];

    public bool IsDown { get; set; }

    public ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            throw new InvalidOperationException("The knowledge base is down.");
        }

        var words = TextFold.Words(text);
        return new([.. Passages
            .Select(passage => passage with { Score = ScoreOf(passage, words) })
            .Where(passage => passage.Score > 0 && passage.Score >= minimumScore)
            .OrderByDescending(passage => passage.Score)
            .Take(limit)]);
    }

    public ValueTask<IReadOnlyList<Passage>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        new([.. ids.Select(id => Passages.Find(passage => passage.Id == id)).OfType<Passage>()]);

    private static double ScoreOf(Passage passage, string[] words) =>
        words.Length == 0 ? 0 : words.Count(TextFold.Words($"{passage.Title} {passage.Content}").Contains) / (double)words.Length;
}
