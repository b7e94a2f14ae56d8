using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>
/// Takes pending comparisons, runs a bounded number at once and hands their results on to be written. It gives way to users: it runs on yielding
/// threads, takes several with one commit, and takes none while the process is busy. One tenant never holds all places, and each is served in
/// its turn, so that slow candidates of some do not stop the others'.
/// </summary>
public sealed class ParallelRunWorker : BackgroundService
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_busy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_afterFault = TimeSpan.FromSeconds(2);

    private readonly ParallelRunQueue _queue;
    private readonly ParallelTurn _turns;
    private readonly ResultWriter _results;
    private readonly ComparisonLoad _load;
    private readonly ComparisonSignal _signal;
    private readonly YieldingScheduler _scheduler;
    private readonly IOptionsMonitor<FlowEngineOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ParallelRunWorker> _logger;
    private readonly Places _places;
    private readonly FairOrder _order;
    private readonly HeldRuns _held;
    private readonly Pace _pace;
    private long _tookAt;

    public ParallelRunWorker(
        ParallelRunQueue queue,
        ParallelTurn turns,
        ResultWriter results,
        ComparisonLoad load,
        ComparisonSignal signal,
        YieldingScheduler scheduler,
        IOptionsMonitor<FlowEngineOptions> options,
        TimeProvider time,
        ILogger<ParallelRunWorker> logger)
    {
        (_queue, _turns, _results, _load, _signal, _scheduler) = (queue, turns, results, load, signal, scheduler);
        (_options, _time, _logger) = (options, time, logger);
        _places = new(scheduler);
        _order = new(queue, time);
        _held = new(_places, _order, time);
        _pace = new(time);
    }

    private ComparisonOptions Settings => _options.CurrentValue.Comparisons;

    /// <summary>Others wait for a place, so one tenant never has them all.</summary>
    private int MostOfTenant => Math.Max(1, Settings.Concurrency - 1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _scheduler.RunAsync(() => WorkAsync(stoppingToken));

    private async Task WorkAsync(CancellationToken stopping)
    {
        var writing = _results.RunAsync();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                Log.ComparisonsFailed(_logger, fault);
                await Task.Delay(s_afterFault, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }

        await TryReturnAsync(_held.GiveBack(all: true));
        await _places.EmptyAsync();
        _results.Complete();
        await writing;
    }

    private async Task RoundAsync(CancellationToken stopping)
    {
        await TryReturnAsync(_held.GiveBack());
        if (!Settings.Enabled)
        {
            await Task.Delay(s_poll, _time, stopping);
            return;
        }

        if (_load.IsBusy)
        {
            await Task.Delay(s_busy, _time, stopping);
            return;
        }

        var isFull = Begin(stopping);
        if (!isFull && _time.GetElapsedTime(_tookAt) >= s_gather && await TakeAsync(stopping))
        {
            return;
        }

        if (_places.Count > 0)
        {
            await _places.AnyLeftAsync(isFull ? s_poll : s_gather, _time, stopping);
        }
        else
        {
            await _signal.WaitAsync(s_poll, _time, stopping);

            // What comes meanwhile is taken with the same commit.
            await Task.Delay(s_gather, _time, stopping);
        }
    }

    /// <summary>Gives what is held the places that are free.</summary>
    /// <returns>False where a place is left.</returns>
    private bool Begin(CancellationToken stopping)
    {
        while (_places.Count < Settings.Concurrency)
        {
            if (_held.Next(MostOfTenant) is not { } run)
            {
                return false;
            }

            _places.Enter(run.Tenant, () => RunAsync(run, stopping));
        }

        return true;
    }

    /// <returns>Whether there were any.</returns>
    private async Task<bool> TakeAsync(CancellationToken stopping)
    {
        var wanted = await WantedAsync(again: false, stopping);
        if (wanted.Count == 0)
        {
            wanted = await WantedAsync(again: true, stopping);
        }

        _tookAt = _time.GetTimestamp();
        _held.Add(await _queue.TakeAsync(wanted, Settings.Lease, stopping));
        return wanted.Count > 0;
    }

    private async Task<IReadOnlyList<ClaimedRun>> WantedAsync(bool again, CancellationToken stopping)
    {
        var tenants = await _order.NextAsync(_options.CurrentValue.InstanceId, again, stopping);
        var ahead = _pace.Ahead();
        var most = Settings.Concurrency - _places.Count + ahead;
        var share = Math.Max(1, most / Math.Max(1, tenants.Count));
        var running = _places.ByTenant();
        var wanted = new List<ClaimedRun>(most);
        foreach (var tenant in tenants)
        {
            var of = tenant.Tenant;
            var room = Math.Min(Math.Min(share, most - wanted.Count), MostOfTenant + ahead - running.GetValueOrDefault(of) - _held.Of(of));
            if (room > 0)
            {
                wanted.AddRange(await _queue.OpenAsync(tenant, room, stopping));
            }
        }

        return wanted;
    }

    private async Task RunAsync(ClaimedRun run, CancellationToken stopping)
    {
        try
        {
            await _results.AddAsync(await _turns.RunAsync(run, stopping));
            _pace.Done();
        }
        catch (OperationCanceledException)
        {
            await TryReturnAsync([run]);
        }
        catch (StorageUnavailableException fault)
        {
            // The lease ends by itself, and the comparison is run again.
            Log.StorageUnavailable(_logger, fault, fault.Code);
        }
    }

    private async Task TryReturnAsync(IReadOnlyList<ClaimedRun> runs)
    {
        if (runs.Count == 0)
        {
            return;
        }

        try
        {
            await _queue.ReturnAsync(runs, CancellationToken.None);
        }
        catch (StorageUnavailableException fault)
        {
            Log.StorageUnavailable(_logger, fault, fault.Code);
        }
    }
}
