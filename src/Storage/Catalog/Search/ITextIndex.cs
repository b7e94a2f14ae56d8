using FlowEngine.Conversations;

namespace FlowEngine.Storage.Catalog.Search;

/// <summary>The full-text index of a database over the column <c>search_text</c>.</summary>
public interface ITextIndex
{
    /// <summary>
    /// Active rows of the tenant that have any of the words, the best first by the index's own measure. Rows that any tool changed
    /// before the call are found as they are now.
    /// </summary>
    ValueTask<IReadOnlyList<TextHit>> SearchAsync(
        TenantKey tenant, TextTable table, SearchQuery query, int limit, CancellationToken cancellationToken);
}

public enum TextTable
{
    Products,
    Knowledge,
}

public sealed record TextHit(long Id, string SearchText);
