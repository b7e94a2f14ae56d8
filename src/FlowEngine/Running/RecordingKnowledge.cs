using FlowEngine.Conversations;

namespace FlowEngine.Running;

internal sealed class RecordingKnowledge(IKnowledgeBase inner, OutsideAnswers answers) : IKnowledgeBase
{
    public async ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken) =>
        answers.Note(
            "knowledge.search",
            await inner.SearchAsync(tenant, text, limit, minimumScore, cancellationToken),
            OutsideAnswers.Json.IReadOnlyListPassage);

    public async ValueTask<IReadOnlyList<Passage>> GetAsync(
        TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        answers.Note("knowledge.get", await inner.GetAsync(tenant, ids, cancellationToken), OutsideAnswers.Json.IReadOnlyListPassage);
}
