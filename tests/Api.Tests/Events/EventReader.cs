using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace FlowEngine.Api.Tests.Events;

/// <summary>One event as a reader gets it.</summary>
internal sealed record WatchedEvent(string Name, string? Cursor, string? Topic, string Kind, string? Subject);

/// <summary>An open stream of what changes; pings are left out.</summary>
internal sealed class EventReader : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client;
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventReader(HttpClient client, HttpResponseMessage response, Stream body)
    {
        _client = client;
        _response = response;
        _items = SseParser.Create(body).EnumerateAsync().GetAsyncEnumerator();
    }

    public static async Task<EventReader> OpenAsync(Uri service, string? topics, string key, string? lastEventId = null)
    {
        var client = new HttpClient { BaseAddress = service, Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, topics is null ? "/api/events" : $"/api/events?topics={topics}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(s_patience);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new EventReader(client, response, await response.Content.ReadAsStreamAsync());
    }

    public async Task<WatchedEvent> NextAsync() => await TryNextAsync() ?? throw new InvalidOperationException("The stream has ended.");

    /// <returns>Null at the end of the stream.</returns>
    public async Task<WatchedEvent?> TryNextAsync()
    {
        while (await _items.MoveNextAsync().AsTask().WaitAsync(s_patience))
        {
            if (_items.Current.EventType == "ping")
            {
                continue;
            }

            var data = JsonElement.Parse(_items.Current.Data);
            return new(_items.Current.EventType, _items.Current.EventId, Text(data, "topic"), Text(data, "kind")!, Text(data, "id"));
        }

        return null;
    }

    /// <returns>All up to the one that is waited for.</returns>
    public async Task<IReadOnlyList<WatchedEvent>> UntilAsync(Func<WatchedEvent, bool> isLast)
    {
        var seen = new List<WatchedEvent>();
        do
        {
            seen.Add(await NextAsync());
        }
        while (!isLast(seen[^1]));
        return seen;
    }

    public void Dispose()
    {
        _response.Dispose();
        _client.Dispose();
    }

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var value) ? value.GetString() : null;
}
