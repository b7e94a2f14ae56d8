using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>
/// Takes pending comparisons, runs a bounded number at once and hands their results on to be written. It gives way to users: while the process
/// is busy nothing is taken. One tenant never holds all places, and each is served in its turn, so that slow candidates of some do not stop the others'.
/// </summary>
public sealed class ParallelRunWorker(
    ParallelRunQueue queue,
    ParallelTurn turns,
    ResultWriter results,
    ComparisonLoad load,
    ComparisonSignal signal,
    IOptionsMonitor<FlowEngineOptions> options,
    TimeProvider time,
    ILogger<ParallelRunWorker> logger) : BackgroundService
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_busy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_afterFault = TimeSpan.FromSeconds(2);

    private readonly Places _places = new();
    private readonly FairOrder _order = new(queue, time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var writing = results.RunAsync();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                Log.ComparisonsFailed(logger, fault);
                await Task.Delay(s_afterFault, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await _places.EmptyAsync();
        results.Complete();
        await writing;
    }

    private async Task RoundAsync(CancellationToken stopping)
    {
        var settings = options.CurrentValue.Comparisons;
        if (!settings.Enabled)
        {
            await Task.Delay(s_poll, time, stopping);
            return;
        }

        if (load.IsBusy)
        {
            await Task.Delay(s_busy, time, stopping);
            return;
        }

        var free = settings.Concurrency - _places.Count;
        var taken = free > 0 ? await TakeAsync(free, settings, stopping) : [];
        foreach (var run in taken)
        {
            _places.Enter(run.Tenant, () => RunAsync(run, stopping));
        }

        if (taken.Count == 0)
        {
            await (_places.Count > 0 ? _places.AnyLeftAsync(s_poll, time, stopping) : signal.WaitAsync(s_poll, time, stopping));
        }
    }

    private async Task<IReadOnlyList<ClaimedRun>> TakeAsync(int free, ComparisonOptions settings, CancellationToken stopping)
    {
        var wanted = await WantedAsync(free, settings, again: false, stopping);
        if (wanted.Count == 0)
        {
            wanted = await WantedAsync(free, settings, again: true, stopping);
        }

        return await queue.TakeAsync(wanted, settings.Lease, stopping);
    }

    private async Task<IReadOnlyList<ClaimedRun>> WantedAsync(int free, ComparisonOptions settings, bool again, CancellationToken stopping)
    {
        var tenants = await _order.NextAsync(options.CurrentValue.InstanceId, again, stopping);
        var mostOfTenant = Math.Max(1, settings.Concurrency - 1);
        var share = Math.Max(1, free / Math.Max(1, tenants.Count));
        var held = _places.ByTenant();
        var wanted = new List<ClaimedRun>(free);
        foreach (var tenant in tenants)
        {
            var room = Math.Min(Math.Min(share, free - wanted.Count), mostOfTenant - held.GetValueOrDefault(tenant.Tenant));
            var open = room > 0 ? await queue.OpenAsync(tenant, room, stopping) : [];
            if (open.Count > 0)
            {
                _order.Served(tenant.Tenant);
                wanted.AddRange(open);
            }
        }

        return wanted;
    }

    private async Task RunAsync(ClaimedRun run, CancellationToken stopping)
    {
        try
        {
            await results.AddAsync(await turns.RunAsync(run, stopping));
        }
        catch (OperationCanceledException)
        {
            await TryReturnAsync(run);
        }
        catch (StorageUnavailableException fault)
        {
            // The lease ends by itself, and the comparison is run again.
            Log.StorageUnavailable(logger, fault, fault.Code);
        }
    }

    private async Task TryReturnAsync(ClaimedRun run)
    {
        try
        {
            await queue.ReturnAsync([run], CancellationToken.None);
        }
        catch (StorageUnavailableException fault)
        {
            Log.StorageUnavailable(logger, fault, fault.Code);
        }
    }
}
