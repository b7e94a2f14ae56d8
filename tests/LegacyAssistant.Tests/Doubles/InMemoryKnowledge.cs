using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.LegacyAssistant.Tests.Doubles;

internal sealed class InMemoryKnowledge(params Passage[] passages) : IKnowledgeBase
{
    public ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken)
    {
        var words = TextFold.Words(text);
        return new([
            .. passages
                .Select(passage => passage with
                {
                    Score = words.Where(word => Has(passage, word)).Sum(Rarity) / Math.Max(0.001, words.Sum(Rarity)),
                })
                .Where(passage => passage.Score >= minimumScore)
                .OrderByDescending(passage => passage.Score)
                .Take(limit),
        ]);
    }

    private double Rarity(string word) => Math.Log(1 + (passages.Length / (1.0 + passages.Count(passage => Has(passage, word)))));

    private static bool Has(Passage passage, string word) => InMemoryCatalog.Found([word], $"{passage.Title} {passage.Content}") > 0;

    public ValueTask<IReadOnlyList<Passage>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        new([.. ids.Select(id => passages.FirstOrDefault(passage => passage.Id == id)).OfType<Passage>()]);
}
