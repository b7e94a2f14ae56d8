using System.Collections.Concurrent;
using System.Diagnostics;

namespace FlowEngine.Load.People;

internal sealed record TimedTurn(TimeSpan At, double Milliseconds, bool OfFloor);

/// <summary>What all people did.</summary>
internal sealed class TalkLog
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentQueue<TimedTurn> _turns = new();
    private int _conversations;
    private int _timeouts;

    public TimeSpan Now => _clock.Elapsed;

    public IReadOnlyCollection<TimedTurn> Turns => _turns;

    public int Conversations => _conversations;

    /// <summary>Time-outs that somebody waited for and read.</summary>
    public int TimeoutsSeen => _timeouts;

    public void Began() => Interlocked.Increment(ref _conversations);

    public void SawTimeout() => Interlocked.Increment(ref _timeouts);

    public async Task<T> TimeAsync<T>(bool ofFloor, Func<Task<T>> turn)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await turn();
        _turns.Enqueue(new TimedTurn(Now, Stopwatch.GetElapsedTime(began).TotalMilliseconds, ofFloor));
        return result;
    }
}
