using System.Collections.Concurrent;
using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>What runs now, by tenant.</summary>
internal sealed class RunningSlots
{
    private readonly ConcurrentDictionary<Task, TenantKey> _running = new();

    public int Count => _running.Count;

    public Dictionary<TenantKey, int> ByTenant() => _running.Values.CountBy(tenant => tenant).ToDictionary();

    /// <param name="run">Must not throw.</param>
    public void Enter(TenantKey tenant, Func<Task> run)
    {
        var task = Task.Run(run);
        _running[task] = tenant;
        _ = task.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Returns when one place is left, or at the latest when the time is over.</summary>
    public async Task AnyLeftAsync(TimeSpan most, TimeProvider time, CancellationToken cancellationToken) =>
        await Task.WhenAny([.. _running.Keys, Task.Delay(most, time, cancellationToken)]);

    public Task EmptyAsync() => Task.WhenAll(_running.Keys);
}
