using System.Collections.Concurrent;
using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.Chat.Jobs;
using FlowEngine.Storage.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.Jobs;

/// <summary>Takes open jobs, of each tenant in turn, and runs a bounded number at once. A process that stops gives back what it has.</summary>
public sealed class JobWorker(
    JobQueue queue,
    JobRunner runner,
    JobSignal signal,
    IEnumerable<IJobKind> kinds,
    IOptionsMonitor<JobOptions> options,
    IOptions<ChatOptions> chat,
    TimeProvider time,
    ILogger<JobWorker> logger) : RepeatingService(every: null, time, logger)
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);

    private readonly string[] _kinds = [.. kinds.Select(kind => kind.Name)];
    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<long, Task> _running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await base.ExecuteAsync(stoppingToken);
        await Task.WhenAll(_running.Values);
    }

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        var places = options.CurrentValue.Concurrency - _running.Count;
        var taken = places > 0 && _kinds.Length > 0
            ? await queue.TakeAsync(chat.Value.InstanceId, _kinds, _holder, places, options.CurrentValue.Lease, stopping)
            : [];
        foreach (var job in taken)
        {
            _running[job.RowId] = RunAsync(job, stopping);
        }

        await signal.WaitAsync(s_poll, Time, stopping);
    }

    private async Task RunAsync(LeasedJob job, CancellationToken stopping)
    {
        // Not within the round: the work may be busy before it awaits anything.
        await Task.Yield();
        try
        {
            await runner.RunAsync(job, options.CurrentValue.Lease, stopping);
        }
        finally
        {
            _running.TryRemove(job.RowId, out _);
            signal.Ring();
        }
    }
}
