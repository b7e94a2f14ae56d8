using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Options;

namespace FlowEngine.Api.Comparisons.Running;

/// <summary>
/// Takes pending comparisons, runs a bounded number at once and hands their results on to be written. It gives way to users: while the process
/// is busy nothing is taken. One tenant never holds all places, so that its slow candidates do not stop the others'.
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
    private const int Page = 64;

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_busy = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_afterFault = TimeSpan.FromSeconds(2);

    private readonly Places _places = new();

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
        var instance = options.CurrentValue.InstanceId;
        var mostOfTenant = Math.Max(1, settings.Concurrency - 1);
        var wanted = new List<ClaimedRun>(free);
        var ofTenant = _places.ByTenant();
        for (var after = 0L; wanted.Count < free;)
        {
            var open = await queue.OpenAsync(instance, after, Page, stopping);
            foreach (var run in open)
            {
                var held = ofTenant.GetValueOrDefault(run.Tenant);
                if (wanted.Count < free && held < mostOfTenant)
                {
                    ofTenant[run.Tenant] = held + 1;
                    wanted.Add(run);
                }
            }

            if (open.Count < Page)
            {
                break;
            }

            after = open[^1].RowId;
        }

        return await queue.TakeAsync(wanted, settings.Lease, stopping);
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
