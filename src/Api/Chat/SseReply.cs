using FlowEngine.Api.Access;
using FlowEngine.Chat.Telemetry;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Chat;

/// <summary>A reply that comes as events, from when the engine runs on; pings keep proxies from closing a stream on which nothing comes.</summary>
internal sealed class SseReply(HttpContext http, Caller caller, TurnWatch watch, TimeProvider time) : IReplyOpener, IAsyncDisposable
{
    private static readonly TimeSpan s_pingEvery = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _ended = new();
    private Task _pings = Task.CompletedTask;

    /// <summary>Null before it is opened.</summary>
    public SseReplyStream? Stream { get; private set; }

    public async ValueTask<IReplyStream> OpenAsync(TurnInput turn, CancellationToken cancellationToken)
    {
        SessionCookie.Set(http, caller, turn.SessionId);
        Stream = new SseReplyStream(http.Response, turn.TurnId);
        await Stream.BeginAsync(cancellationToken);
        _pings = PingAsync(Stream, _ended.Token);
        return new WatchedReplyStream(Stream, watch);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _pings;
        Stream?.Dispose();
        _ended.Dispose();
    }

    private async Task PingAsync(SseReplyStream stream, CancellationToken cancellationToken)
    {
        try
        {
            using var timer = new PeriodicTimer(s_pingEvery, time);
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await stream.PingAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
