using FlowEngine.Comparing.Gates;
using FlowEngine.Comparing.Reporting;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;

namespace FlowEngine.ParallelRuns.Gates;

/// <summary>A tenant's comparisons over time and by cause, read row by row; nothing is written.</summary>
public sealed class ComparedSeries(ComparisonStore store)
{
    /// <param name="filter">With the window in it.</param>
    /// <param name="step">A day or an hour.</param>
    /// <returns>Null where the window has too many conversations.</returns>
    public async Task<IReadOnlyList<SeriesPoint>?> PointsAsync(
        TenantProfile tenant, ComparisonFilter filter, TimeSpan step, CancellationToken cancellationToken)
    {
        var builder = new SeriesBuilder(step);
        await foreach (var row in store.StreamAsync(tenant.Key, filter, cancellationToken))
        {
            builder.Add(ComparedRow.Turn(row, tenant.Slug));
            if (builder.Conversations > TimeWindow.MaxConversations)
            {
                return null;
            }
        }

        return builder.Build();
    }

    /// <summary>Causes of differences, the most frequent first.</summary>
    /// <param name="filter">With the window in it.</param>
    /// <returns>Null where the window has too many conversations.</returns>
    public async Task<IReadOnlyList<CauseCount>?> CausesAsync(TenantProfile tenant, ComparisonFilter filter, CancellationToken cancellationToken)
    {
        var (counter, conversations) = (new CauseCounter(), new Dictionary<Guid, int>());
        await foreach (var row in store.StreamAsync(tenant.Key, filter, cancellationToken))
        {
            if (!conversations.TryGetValue(row.Conversation, out var number))
            {
                conversations.Add(row.Conversation, number = conversations.Count);
            }

            counter.Add(ComparedRow.Turn(row, tenant.Slug), number);
            if (conversations.Count > TimeWindow.MaxConversations)
            {
                return null;
            }
        }

        return counter.Counts;
    }
}
