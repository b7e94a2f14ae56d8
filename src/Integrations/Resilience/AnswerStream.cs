using Microsoft.Extensions.AI;

namespace FlowEngine.Integrations.Resilience;

/// <summary>One attempt whose first token or tool call was seen, or which ended without one.</summary>
internal sealed class AnswerStream : IAsyncDisposable
{
    private readonly CallDeadline _call;
    private readonly CancellationTokenSource _token;
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _attempt;
    private readonly Queue<ChatResponseUpdate> _seen = [];
    private IAsyncEnumerator<ChatResponseUpdate>? _updates;

    private AnswerStream(CallDeadline call, TimeSpan patience, TimeProvider time)
    {
        (_call, _patience) = (call, patience);
        _token = new(patience, time);
        _attempt = CancellationTokenSource.CreateLinkedTokenSource(call.Token, _token.Token);
    }

    /// <param name="ask">Begins an attempt; the token lives as long as the attempt.</param>
    /// <param name="patience">With each sign of life; the time that the reader takes between them does not count.</param>
    public static async ValueTask<AnswerStream> OpenAsync(
        Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> ask, CallDeadline call, TimeSpan patience, TimeProvider time)
    {
        var stream = new AnswerStream(call, patience, time);
        try
        {
            await stream.ReadToFirstTokenAsync(ask);
            return stream;
        }
        catch (Exception)
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <param name="patience">Null: that of the call.</param>
    /// <returns>Null at the end.</returns>
    public async ValueTask<ChatResponseUpdate?> NextAsync(TimeSpan? patience = null)
    {
        if (_seen.TryDequeue(out var seen))
        {
            return seen;
        }

        try
        {
            _token.CancelAfter(patience ?? _patience);
            var next = await _updates!.MoveNextAsync() ? _updates.Current : null;
            _token.CancelAfter(Timeout.InfiniteTimeSpan);
            return next;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw Named(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _attempt.CancelAsync();
        if (_updates is not null)
        {
            await _updates.DisposeAsync();
        }

        _attempt.Dispose();
        _token.Dispose();
    }

    private async ValueTask ReadToFirstTokenAsync(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> ask)
    {
        try
        {
            _updates = ask(_attempt.Token).GetAsyncEnumerator(_attempt.Token);
            while (await _updates.MoveNextAsync())
            {
                var update = _updates.Current;
                if (update.Contents.Count > 0 || update.FinishReason is not null)
                {
                    _seen.Enqueue(update);
                }

                if (update.HasAnswer())
                {
                    break;
                }

                // Thinking, a comment, an empty event: the model is alive. The call's own limit goes on.
                _token.CancelAfter(_patience);
            }
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw Named(fault);
        }

        _token.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    private Exception Named(Exception fault) =>
        _call.Fault() ?? (_token.IsCancellationRequested ? ModelFaults.TokenTooLate : ModelFaults.Of(fault));
}
