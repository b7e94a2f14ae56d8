using FlowEngine.Chat.Background;
using FlowEngine.Conversations;
using FlowEngine.Storage.Events;

namespace FlowEngine.Api.Events;

/// <summary>Reads once a process what changed, for all streams of it, and hands it on. It reads nothing while nobody watches.</summary>
internal sealed class EventFeed(ChangeEventLog log, TimeProvider time, ILogger<EventFeed> logger) : RepeatingService(every: null, time, logger)
{
    private const int MostStreams = 100;
    private const int Batch = 1000;
    private const int LookBack = 200;

    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_idle = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly EventSequence _sequence = new(time);
    private readonly List<EventSubscription> _subscriptions = [];
    private readonly Dictionary<TenantKey, ConversationWatch> _conversations = [];
    private readonly FeedSignal _signal = new();

    /// <summary>Everything that becomes visible from now on is offered to the subscription.</summary>
    /// <returns>Where it begins; null where the tenant has too many streams.</returns>
    public async Task<EventCursor?> SubscribeAsync(EventSubscription subscription, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_subscriptions.Count(other => other.Tenant == subscription.Tenant) >= MostStreams)
            {
                return null;
            }

            await (_subscriptions.Count == 0 ? BeginAsync(cancellationToken) : ReadAsync(cancellationToken));
            if (subscription.Watches(ChangeTopics.Conversations) && !_conversations.ContainsKey(subscription.Tenant))
            {
                _conversations[subscription.Tenant] = new(subscription.Tenant, log, Time.GetUtcNow());
            }

            _subscriptions.Add(subscription);
            _signal.Ring();
            return CursorOf(subscription.Tenant);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task UnsubscribeAsync(EventSubscription subscription)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            _subscriptions.Remove(subscription);
            if (!_subscriptions.Exists(other => other.Tenant == subscription.Tenant && other.Watches(ChangeTopics.Conversations)))
            {
                _conversations.Remove(subscription.Tenant);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _gate.Dispose();
    }

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        await _gate.WaitAsync(stopping);
        bool isWatched;
        try
        {
            isWatched = _subscriptions.Count > 0;
            if (isWatched)
            {
                await ReadAsync(stopping);
                await ReadConversationsAsync(stopping);
            }
        }
        finally
        {
            _gate.Release();
        }

        await (isWatched ? Task.Delay(s_poll, Time, stopping) : _signal.WaitAsync(s_idle, Time, stopping));
    }

    /// <summary>The newest numbers are looked at, so that one which is missing among them is waited for.</summary>
    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        var last = (await log.EndsAsync(cancellationToken))?.Greatest ?? 0;
        _sequence.Begin(Math.Max(0, last - LookBack));
        foreach (var known in await log.NewerAsync(_sequence.Last, [], Batch, cancellationToken))
        {
            _sequence.Accept(known);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        _sequence.Forget();
        IReadOnlyList<ChangeEvent> newer;
        do
        {
            newer = await log.NewerAsync(_sequence.Last, _sequence.Missing, Batch, cancellationToken);
            foreach (var change in newer.Where(_sequence.Accept))
            {
                HandOn(change, null);
            }
        }
        while (newer.Count >= Batch);
    }

    private async Task ReadConversationsAsync(CancellationToken cancellationToken)
    {
        foreach (var watch in _conversations.Values)
        {
            foreach (var change in await watch.FindAsync(cancellationToken))
            {
                HandOn(change, change.At);
            }
        }
    }

    /// <param name="conversationsAt">Of a conversation: those that changed later are not handed on yet.</param>
    private void HandOn(ChangeEvent change, DateTimeOffset? conversationsAt)
    {
        foreach (var subscription in _subscriptions.Where(subscription => subscription.Wants(change)))
        {
            var cursor = CursorOf(subscription.Tenant);
            subscription.Offer(new(change, conversationsAt is { } at ? cursor with { ConversationsAt = at } : cursor));
        }
    }

    private EventCursor CursorOf(TenantKey tenant) =>
        new(_sequence.Last, _sequence.Missing, _conversations.TryGetValue(tenant, out var watch) ? watch.At : Time.GetUtcNow());

    private sealed class FeedSignal : WorkSignal;
}
