using System.Collections.Concurrent;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>What a client was answered, by idempotency key.</summary>
internal sealed class Ledger : IDisposable
{
    private readonly ConcurrentDictionary<string, string> _replies = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _answers = new(0);

    public IReadOnlyDictionary<string, string> Replies => _replies;

    /// <summary>An answer that differs from an earlier one of the same key is a fault.</summary>
    public void Enter(string key, string reply)
    {
        Assert.Equal(_replies.GetOrAdd(key, reply), reply);
        _answers.Release();
    }

    /// <summary>Waits for so many more answers.</summary>
    public async Task WaitAsync(int answers)
    {
        for (var i = 0; i < answers; i++)
        {
            Assert.True(await _answers.WaitAsync(TimeSpan.FromMinutes(2)), $"{i} of {answers} answers came; the next did not within 2 minutes.");
        }
    }

    public void Dispose() => _answers.Dispose();
}
