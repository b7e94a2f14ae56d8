using FlowEngine.Chat.Refusals;
using FlowEngine.Conversations;
using FlowEngine.Storage.Jobs;
using Microsoft.Extensions.Options;

namespace FlowEngine.Hosting.Jobs;

/// <summary>Puts long work into the queue, from which a worker of any process takes it.</summary>
public sealed class JobStarter(JobStore jobs, JobSignal signal, IOptionsMonitor<JobOptions> options)
{
    /// <returns>The job, or an open one that does the same; or why there is none.</returns>
    public async Task<(JobEntry? Job, Refusal? Refusal)> StartAsync(TenantKey tenant, NewJob job, CancellationToken cancellationToken)
    {
        var most = options.CurrentValue.OpenPerTenant;
        if (await jobs.AddAsync(tenant, job, most, cancellationToken) is not { } entry)
        {
            return (null, new(
                RefusalKind.LimitReached, "too_many_jobs", "The tenant has too many open jobs.",
                $"At most {most} may wait or run. Wait until one is finished, or cancel one."));
        }

        signal.Ring();
        return (entry, null);
    }
}
