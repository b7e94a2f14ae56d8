using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FlowEngine.Storage.Events;

namespace FlowEngine.Api.Events;

/// <summary>The events of one stream, in their order. It ends, and never throws: an exception would cut the connection without an end.</summary>
/// <param name="isAllowed">Whether the caller may still watch: a key that was revoked meanwhile must not go on.</param>
internal sealed class EventStream(
    EventSubscription subscription, Func<CancellationToken, ValueTask<bool>> isAllowed, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan s_check = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_ping = TimeSpan.FromSeconds(15);

    private long _checked = time.GetTimestamp();
    private long _sent = time.GetTimestamp();

    /// <param name="backlog">Null: the reader has to read everything again.</param>
    /// <param name="start">Where the subscription begins.</param>
    public async IAsyncEnumerable<SseItem<EventView>> ReadAsync(
        IReadOnlyList<FeedEvent>? backlog, EventCursor start, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (backlog is null)
        {
            yield return Sign("resync", start);
        }

        foreach (var missed in backlog ?? [])
        {
            yield return Change(missed);
        }

        yield return Sign("ready", start);
        while (await NextAsync(cancellationToken) is { } next)
        {
            _sent = time.GetTimestamp();
            yield return next;
        }
    }

    /// <returns>Null at the end.</returns>
    private async ValueTask<SseItem<EventView>?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await IsAllowedAsync(cancellationToken))
            {
                if (subscription.Events.TryRead(out var next))
                {
                    return Change(next);
                }

                if (!await WaitAsync(cancellationToken))
                {
                    return null;
                }

                if (time.GetElapsedTime(_sent) >= s_ping)
                {
                    return Sign("ping", null);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or the service stops.
        }
        catch (Exception fault)
        {
            Log.StreamBroken(logger, fault);
        }

        return null;
    }

    private async ValueTask<bool> IsAllowedAsync(CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_checked) < s_check)
        {
            return true;
        }

        _checked = time.GetTimestamp();
        return await isAllowed(cancellationToken);
    }

    /// <returns>False where nothing will come any more.</returns>
    private async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(s_check, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await subscription.Events.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }

    /// <param name="cursor">Null: a reader that begins again goes on after the event before.</param>
    private SseItem<EventView> Sign(string name, EventCursor? cursor) =>
        new(new(null, name, null, time.GetUtcNow()), name) { EventId = cursor?.ToString() };

    private static SseItem<EventView> Change(FeedEvent one) =>
        new(new(Enum.Parse<EventTopic>(one.Change.Topic, ignoreCase: true), one.Change.Kind, one.Change.Id, one.Change.At), "change")
        {
            EventId = one.Cursor.ToString(),
        };
}
