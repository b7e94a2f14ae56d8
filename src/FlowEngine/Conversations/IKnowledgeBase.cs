namespace FlowEngine.Conversations;

/// <summary>The tenant's knowledge documents.</summary>
public interface IKnowledgeBase
{
    /// <summary>The best match first, none below <paramref name="minimumScore"/> (0 to 1).</summary>
    ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken);

    /// <summary>In the order of the ids; ids that are gone are left out.</summary>
    ValueTask<IReadOnlyList<Passage>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken);
}

/// <param name="Score">0 to 1: the share of the question's words, weighted by rarity, that the passage has.</param>
public sealed record Passage(long Id, string Title, string Content, string? Url, double Score);
