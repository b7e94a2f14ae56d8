using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FlowEngine.Chat.Replies;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Chat;

/// <summary>
/// Writes server-sent events. A client that left is no fault: writing stops, the turn goes on to its end or its cancelling.
/// </summary>
internal sealed class SseReplyStream(HttpResponse response, Guid turnId) : IReplyStream, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, int> _provisional = new(StringComparer.Ordinal);
    private int _events;

    /// <summary>Messages of which provisional text was sent and not discarded.</summary>
    public IReadOnlyCollection<string> Provisional => _provisional.Keys;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache,no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await response.Body.FlushAsync(cancellationToken);
        }
        catch (Exception fault) when (HasLeft(fault) || cancellationToken.IsCancellationRequested)
        {
            // The turn hears of it by its token, and ends as one that is cancelled.
        }
    }

    public async ValueTask DeltaAsync(string messageId, string text, CancellationToken cancellationToken)
    {
        if (!_provisional.TryGetValue(messageId, out var index))
        {
            // Messages begin in the order of the reply, so each comes after those that still count.
            index = _provisional.Count;
            _provisional[messageId] = index;
        }

        await SendAsync(ChatEvents.Delta, new ReplyDelta(messageId, index, text), ReplyJson.Context.ReplyDelta, cancellationToken);
    }

    public async ValueTask DiscardAsync(string messageId, CancellationToken cancellationToken)
    {
        if (_provisional.Remove(messageId))
        {
            await SendAsync(ChatEvents.Discard, new ReplyDiscard(messageId), ReplyJson.Context.ReplyDiscard, cancellationToken);
        }
    }

    public ValueTask PingAsync(CancellationToken cancellationToken) => WriteAsync(ChatEvents.Ping, "{}", cancellationToken);

    public ValueTask SendAsync<T>(string name, T data, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        WriteAsync(name, JsonSerializer.Serialize(data, type), cancellationToken);

    /// <param name="json">On one line.</param>
    public async ValueTask WriteAsync(string name, string json, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var text = $"id: {turnId:N}-{++_events}\nevent: {name}\ndata: {json}\n\n";
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }
        catch (Exception fault) when (HasLeft(fault))
        {
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private static bool HasLeft(Exception fault) => fault is IOException or ObjectDisposedException;
}
