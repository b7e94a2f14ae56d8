using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Hosting.Jobs;

/// <summary>Long work that runs in the background.</summary>
public sealed class JobOptions
{
    /// <summary>Jobs that one process runs at once.</summary>
    [Range(1, 32)]
    public int Concurrency { get; set; } = 2;

    /// <summary>How long a process that no longer answers keeps a job before another takes it over.</summary>
    [Range(3, 600)]
    public int LeaseSeconds { get; set; } = 30;

    /// <summary>Jobs of one tenant that may wait or run.</summary>
    [Range(1, 1000)]
    public int OpenPerTenant { get; set; } = 20;

    /// <summary>How long finished jobs and their results are kept.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; set; } = 30;

    internal TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}
