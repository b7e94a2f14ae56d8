using FlowEngine.Chat.Jobs;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Jobs;
using Microsoft.Extensions.Logging;

namespace FlowEngine.Hosting.Jobs;

/// <summary>Runs one job: renews its lease while it runs, stops it where it was cancelled or lost, stores what it came to.</summary>
public sealed class JobRunner(
    JobQueue queue, IEnumerable<IJobKind> kinds, TenantDirectory tenants, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>A job over which so many processes died would go on doing that.</summary>
    private const int MostAttempts = 3;

    private const int LongestResult = 4 * 1024 * 1024;

    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, IJobKind> _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public async Task RunAsync(LeasedJob job, TimeSpan lease, CancellationToken stopping)
    {
        var progress = new JobProgress();
        try
        {
            if (job.IsCancelled)
            {
                await queue.FinishAsync(job, null, progress, CancellationToken.None);
                return;
            }

            await CarryOutAsync(job, progress, lease, stopping);
        }
        catch (Exception fault)
        {
            // Nothing could be stored: the lease ends by itself, and the job is run again.
            Log.JobNotStored(logger, fault, job.Kind, job.Id);
        }
    }

    private async Task CarryOutAsync(LeasedJob job, JobProgress progress, TimeSpan lease, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var work = OutcomeAsync(job, progress, stop.Token);
        var hold = await HoldAsync(job, progress, work, lease, stop);
        var outcome = await work;
        if (hold == JobHold.Lost)
        {
            Log.JobLost(logger, job.Kind, job.Id);
        }
        else if (outcome is null && hold == JobHold.Held && stopping.IsCancellationRequested)
        {
            await queue.ReturnAsync(job, CancellationToken.None);
        }
        else
        {
            await queue.FinishAsync(job, outcome, progress, CancellationToken.None);
        }
    }

    /// <summary>Until the work ends: it may take its time to stop, and the job is this process's as long as it does.</summary>
    private async Task<JobHold> HoldAsync(
        LeasedJob job, JobProgress progress, Task work, TimeSpan lease, CancellationTokenSource stop)
    {
        var hold = JobHold.Held;
        var (told, renewed) = (progress.Newest, time.GetTimestamp());
        while (await Task.WhenAny(work, Task.Delay(s_beat, time, CancellationToken.None)) != work)
        {
            try
            {
                var newest = progress.Newest;
                var now = await queue.RenewAsync(job, progress, newest != told, lease, CancellationToken.None);
                (told, renewed) = (newest, time.GetTimestamp());
                hold = hold == JobHold.Lost ? hold : now;
            }
            catch (Exception fault)
            {
                Log.JobNotRenewed(logger, fault, job.Kind, job.Id);
                hold = time.GetElapsedTime(renewed) < lease ? hold : JobHold.Lost;
            }

            if (hold != JobHold.Held)
            {
                await stop.CancelAsync();
            }
        }

        return hold;
    }

    /// <returns>Null where it was stopped.</returns>
    private async Task<JobOutcome?> OutcomeAsync(LeasedJob job, JobProgress progress, CancellationToken cancellationToken)
    {
        // The kind may be busy before it awaits anything, and its lease has to be renewed meanwhile.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (job.Attempt > MostAttempts)
        {
            return JobOutcome.Failed("job_abandoned", $"The processes that ran it stopped {MostAttempts} times before it was finished. Start it again.");
        }

        try
        {
            if (await tenants.FindAsync(job.Tenant.TenantId, cancellationToken) is not { } tenant)
            {
                return JobOutcome.Failed("tenant_not_active", "The tenant is not active.");
            }

            var outcome = await _kinds[job.Kind].RunAsync(new(job.Id, tenant, job.Input, progress), cancellationToken);
            return outcome.Result is { Length: > LongestResult }
                ? JobOutcome.Failed("result_too_large", "The result has more than 4 MiB. Ask for less at once.")
                : outcome;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception fault)
        {
            Log.JobFailed(logger, fault, job.Kind, job.Id);
            return JobOutcome.Failed("internal_error", "Something went wrong here. It was logged. Start the job again; if it fails again, tell the operator.");
        }
    }
}
