namespace FlowEngine.Chat.Jobs;

/// <summary>
/// One kind of long work that a worker carries out. A job runs from its beginning again where the process that had it died, so a kind must not
/// do anything that may be done only once.
/// </summary>
public interface IJobKind
{
    /// <summary>Stored with the job, so it never changes.</summary>
    string Name { get; }

    /// <param name="cancellationToken">The job was cancelled, another process has taken it over, or this one stops.</param>
    Task<JobOutcome> RunAsync(JobRun run, CancellationToken cancellationToken);
}
