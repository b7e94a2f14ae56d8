using FlowEngine.Chat;
using FlowEngine.Chat.Background;
using FlowEngine.ParallelRuns.Candidates;
using FlowEngine.ParallelRuns.Planning;
using FlowEngine.Storage.Comparisons;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FlowEngine.ParallelRuns.Work;

/// <summary>
/// Takes pending comparisons, runs a bounded number at once and hands their results on to be written. It gives way to users: candidates begin
/// between turns, and several are taken with one commit. One tenant never holds all places, and each is served in its turn, so that slow
/// candidates of some do not stop the others'.
/// </summary>
public sealed class ComparisonWorker(
    ComparisonQueue queue,
    ComparisonRunner turns,
    ResultWriter results,
    CandidateThrottle load,
    ComparisonSignal signal,
    IOptionsMonitor<ComparisonOptions> options,
    IOptions<ChatOptions> chat,
    TimeProvider time,
    ILogger<ComparisonWorker> logger) : RepeatingService(every: null, time, logger)
{
    /// <summary>What about begins until comparisons are taken again.</summary>
    private const int MostWhileBusy = 10;

    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_gatherWhileBusy = TimeSpan.FromSeconds(1);

    private readonly RunningSlots _places = new();
    private readonly TenantRoundRobin _order = new(queue, time);
    private readonly LeasedComparisons _held = new(time);
    private readonly ThroughputEstimator _pace = new(time);
    private long _tookAt;

    private ComparisonOptions Settings => options.CurrentValue;

    /// <summary>Between two times that comparisons are taken: looking for them, entering and leasing them costs users more than running one.</summary>
    private TimeSpan Gather => load.IsBusy ? s_gatherWhileBusy : s_gather;

    /// <summary>Others wait for a place, so one tenant never has them all.</summary>
    private int MostOfTenant => Math.Max(1, Settings.Concurrency - 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var writing = results.RunAsync();
        await RepeatAsync(stoppingToken);
        await TryReturnAsync(_held.GiveBack(all: true));
        await _places.EmptyAsync();
        results.Complete();
        await writing;
    }

    protected override async Task RoundAsync(CancellationToken stopping)
    {
        await TryReturnAsync(_held.GiveBack());
        if (!Settings.Enabled)
        {
            await Task.Delay(s_poll, Time, stopping);
            return;
        }

        var isFull = await BeginAsync(stopping);
        if (!isFull && Time.GetElapsedTime(_tookAt) >= Gather && await TakeAsync(stopping))
        {
            return;
        }

        if (_places.Count > 0)
        {
            await _places.AnyLeftAsync(isFull ? s_poll : s_look, Time, stopping);
        }
        else
        {
            await signal.WaitAsync(s_poll, Time, stopping);

            // What comes meanwhile is taken with the same commit.
            await Task.Delay(s_gather, Time, stopping);
        }
    }

    /// <summary>Gives what is held the places that are free.</summary>
    /// <returns>False where a place is left.</returns>
    private async Task<bool> BeginAsync(CancellationToken stopping)
    {
        while (_places.Count < Settings.Concurrency)
        {
            if (_held.Count > 0)
            {
                await load.YieldAsync(stopping);
            }

            if (_held.Next(_places.ByTenant(), _order, MostOfTenant) is not { } run)
            {
                return false;
            }

            _order.Served(run.Tenant);
            _places.Enter(run.Tenant, () => RunAsync(run, stopping));
        }

        return true;
    }

    /// <returns>Whether there were any.</returns>
    private async Task<bool> TakeAsync(CancellationToken stopping)
    {
        _tookAt = Time.GetTimestamp();
        var (tenants, areNew) = await _order.NextAsync(chat.Value.InstanceId, again: false, stopping);
        var ahead = load.IsBusy ? Math.Max(_pace.Ahead(), MostWhileBusy) : _pace.Ahead();
        if (tenants.Count > 0 && tenants.All(tenant => Room(tenant, ahead) < 1))
        {
            return false;
        }

        var open = await OpenAsync(tenants, ahead, stopping);
        if (open.Count == 0 && !areNew)
        {
            (tenants, _) = await _order.NextAsync(chat.Value.InstanceId, again: true, stopping);
            open = await OpenAsync(tenants, ahead, stopping);
        }

        _held.Add(await queue.TakeAsync(open, Settings.Lease, stopping));
        return open.Count > 0;
    }

    private async Task<IReadOnlyList<LeasedComparison>> OpenAsync(IReadOnlyList<OpenTenant> tenants, int ahead, CancellationToken stopping)
    {
        var most = Settings.Concurrency - _places.Count + ahead;
        var share = Math.Max(1, most / Math.Max(1, tenants.Count));
        var open = new List<LeasedComparison>(most);
        foreach (var tenant in tenants)
        {
            var limit = Math.Min(Math.Min(share, most - open.Count), Room(tenant, ahead));
            if (limit > 0)
            {
                open.AddRange(await queue.OpenAsync(tenant, limit, stopping));
            }
        }

        return open;
    }

    /// <summary>How many more of a tenant it is of use to take.</summary>
    private int Room(OpenTenant tenant, int ahead) =>
        MostOfTenant + ahead - _places.ByTenant().GetValueOrDefault(tenant.Tenant) - _held.Of(tenant.Tenant);

    private async Task RunAsync(LeasedComparison run, CancellationToken stopping)
    {
        try
        {
            await results.AddAsync(await turns.RunAsync(run, stopping));
            _pace.Done();
        }
        catch (OperationCanceledException)
        {
            await TryReturnAsync([run]);
        }
        catch (Exception fault)
        {
            // The lease ends by itself, and the comparison is run again.
            Log.ComparisonNotRun(Logger, fault, run.Id);
        }
    }

    private async Task TryReturnAsync(IReadOnlyList<LeasedComparison> runs)
    {
        if (runs.Count == 0)
        {
            return;
        }

        try
        {
            await queue.ReturnAsync(runs, CancellationToken.None);
        }
        catch (Exception fault)
        {
            // Their leases end by themselves.
            Log.RoundFailed(Logger, fault, nameof(ComparisonWorker));
        }
    }
}
