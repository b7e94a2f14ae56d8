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
                    Score = (double)InMemoryCatalog.Found(words, $"{passage.Title} {passage.Content}") / Math.Max(1, words.Length),
                })
                .Where(passage => passage.Score >= minimumScore)
                .OrderByDescending(passage => passage.Score)
                .Take(limit),
        ]);
    }

    public ValueTask<IReadOnlyList<Passage>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        new([.. ids.Select(id => passages.FirstOrDefault(passage => passage.Id == id)).OfType<Passage>()]);
}
