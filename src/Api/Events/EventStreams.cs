using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FlowEngine.Api.Access;
using FlowEngine.Api.Problems;
using FlowEngine.Conversations;
using FlowEngine.Hosting.Access;
using FlowEngine.Storage.Events;

namespace FlowEngine.Api.Events;

/// <summary>Opens streams of what changes in the caller's tenant.</summary>
internal sealed class EventStreams(
    EventFeed feed, EventBacklog backlog, CallerCheck callers, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<EventStreams> logger)
{
    private static readonly Dictionary<string, AccessScope> s_scopes = new(StringComparer.Ordinal)
    {
        [ChangeTopics.Flows] = AccessScope.Design,
        [ChangeTopics.Conversations] = AccessScope.Design,
        [ChangeTopics.Stages] = AccessScope.Engineer,
        [ChangeTopics.Jobs] = AccessScope.Design,
        [ChangeTopics.Settings] = AccessScope.Admin,
    };

    /// <param name="topics">Names with commas between them; null: all that the caller may watch.</param>
    /// <param name="lastEventId">Of the last event that the reader has; null: it begins now.</param>
    public async Task<(IAsyncEnumerable<SseItem<EventView>>? Events, ApiProblem? Problem)> OpenAsync(
        HttpContext http, Caller caller, string? topics, string? lastEventId, CancellationToken cancellationToken)
    {
        var (watched, problem) = Watched(caller.Scope, topics);
        if (watched is null)
        {
            return (null, problem);
        }

        var scopes = Enum.GetValues<AccessScope>().Where(scope => scope <= caller.Scope).Select(EnumNames.For).ToHashSet(StringComparer.Ordinal);
        var subscription = new EventSubscription(caller.Tenant.Profile.Key, watched, scopes);
        if (await feed.SubscribeAsync(subscription, cancellationToken) is not { } start)
        {
            return (null, new(
                StatusCodes.Status429TooManyRequests, "too_many_streams", "The tenant has too many open streams.",
                "Close one, or wait until one has ended.")
            { RetryAfter = TimeSpan.FromSeconds(15) });
        }

        http.Response.OnCompleted(() => feed.UnsubscribeAsync(subscription));
        IReadOnlyList<FeedEvent>? missed = lastEventId is null ? []
            : EventCursor.Parse(lastEventId) is { } cursor ? await backlog.ReadAsync(subscription, cursor, start, cancellationToken)
            : null;
        var stream = new EventStream(subscription, token => callers.IsStillAsync(http, caller, token), time, logger);
        return (ReadAsync(stream, missed, start, http.RequestAborted), null);
    }

    /// <summary>Ends with the service too: a stream must not hold up its stop.</summary>
    private async IAsyncEnumerable<SseItem<EventView>> ReadAsync(
        EventStream stream, IReadOnlyList<FeedEvent>? missed, EventCursor start,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await foreach (var item in stream.ReadAsync(missed, start, ends.Token))
        {
            yield return item;
        }
    }

    private static (IReadOnlySet<string>? Topics, ApiProblem? Problem) Watched(AccessScope scope, string? topics)
    {
        if (topics is null)
        {
            return (s_scopes.Where(topic => topic.Value <= scope).Select(topic => topic.Key).ToHashSet(StringComparer.Ordinal), null);
        }

        var asked = topics.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        if (asked.FirstOrDefault(topic => !s_scopes.ContainsKey(topic)) is { } unknown)
        {
            return (null, ApiProblems.InvalidRequest(
                [new("topics", "unknown", $"'{unknown}' cannot be watched. Name some of {string.Join(", ", ChangeTopics.All)}, with commas between them.")]));
        }

        var needed = asked.Max(topic => s_scopes[topic]);
        return needed <= scope ? (asked, null) : (null, ApiProblems.Forbidden(EnumNames.For(needed)));
    }
}
