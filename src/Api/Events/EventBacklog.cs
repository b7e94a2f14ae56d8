using FlowEngine.Storage.Events;

namespace FlowEngine.Api.Events;

/// <summary>What a stream missed between its last event and its new beginning.</summary>
internal sealed class EventBacklog(ChangeEventLog log)
{
    private const int Most = 500;

    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(2);

    /// <param name="from">The last event that the reader has.</param>
    /// <param name="to">Where the subscription begins.</param>
    /// <returns>Null where it is too long ago, or too much, to be told one by one.</returns>
    public async Task<IReadOnlyList<FeedEvent>?> ReadAsync(
        EventSubscription subscription, EventCursor from, EventCursor to, CancellationToken cancellationToken)
    {
        var least = (await log.EndsAsync(cancellationToken))?.Least ?? to.Last + 1;
        if (from.Last > to.Last || least > from.Last + 1)
        {
            return null;
        }

        var missed = await MissedAsync(subscription, from, to, cancellationToken);
        var conversations = subscription.Watches(ChangeTopics.Conversations)
            ? await log.ConversationsAsync(subscription.Tenant, from.ConversationsAt - s_again, Most + 1, cancellationToken)
            : [];
        return missed is null || conversations.Count > Most
            ? null
            :
            [
                .. missed.Select(change => new FeedEvent(
                    change, new(Math.Max(change.Sequence, from.Last), [.. to.Missing.Where(number => number < change.Sequence)], from.ConversationsAt))),
                .. conversations.Select(row => new FeedEvent(ConversationWatch.Changed(subscription.Tenant, row.Id, row.At), to with { ConversationsAt = row.At })),
            ];
    }

    private async Task<IReadOnlyList<ChangeEvent>?> MissedAsync(
        EventSubscription subscription, EventCursor from, EventCursor to, CancellationToken cancellationToken)
    {
        var first = from.Missing.Append(from.Last + 1).Min();
        var rows = await log.OfTenantAsync(subscription.Tenant, first, to.Last, Most + 1, cancellationToken);
        return rows.Count > Most
            ? null
            :
            [
                .. rows.Where(change => (change.Sequence > from.Last || from.Missing.Contains(change.Sequence))
                    && !to.Missing.Contains(change.Sequence) && subscription.Wants(change)),
            ];
    }
}
