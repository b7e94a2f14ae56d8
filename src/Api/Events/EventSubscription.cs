using System.Threading.Channels;
using FlowEngine.Conversations;
using FlowEngine.Storage.Events;

namespace FlowEngine.Api.Events;

/// <summary>What one stream waits for. It holds a bounded number of events: a reader that is slower is cut off, and begins again where it was.</summary>
/// <param name="scopes">Those that the caller has.</param>
internal sealed class EventSubscription(TenantKey tenant, IReadOnlySet<string> topics, IReadOnlySet<string> scopes)
{
    private const int Most = 500;

    private readonly Channel<FeedEvent> _events = Channel.CreateBounded<FeedEvent>(Most);

    public TenantKey Tenant { get; } = tenant;

    public ChannelReader<FeedEvent> Events => _events.Reader;

    public bool Watches(string topic) => topics.Contains(topic);

    public bool Wants(ChangeEvent change) =>
        (change.TenantId == 0 || change.TenantId == Tenant.TenantId) && change.InstanceId == Tenant.InstanceId
        && topics.Contains(change.Topic) && scopes.Contains(change.Scope);

    public void Offer(FeedEvent one)
    {
        if (!_events.Writer.TryWrite(one))
        {
            End();
        }
    }

    /// <summary>What it holds can still be read.</summary>
    public void End() => _events.Writer.TryComplete();
}

/// <param name="Cursor">As it is once the event was sent.</param>
internal sealed record FeedEvent(ChangeEvent Change, EventCursor Cursor);
