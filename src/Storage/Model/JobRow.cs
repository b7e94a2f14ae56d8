namespace FlowEngine.Storage.Model;

/// <summary>Long work that somebody started and a worker carries out.</summary>
public sealed class JobRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public Guid PublicId { get; set; }

    public string Kind { get; set; } = "";

    /// <summary>The scope that a caller needs to see it: that of the call which started it.</summary>
    public string Scope { get; set; } = "";

    /// <summary>What it is about, such as a flow's name.</summary>
    public string Subject { get; set; } = "";

    /// <summary>JSON.</summary>
    public string Input { get; set; } = "";

    /// <summary>queued, running, done, failed or cancelled.</summary>
    public string State { get; set; } = "";

    public int Done { get; set; }

    public int? Total { get; set; }

    /// <summary>JSON.</summary>
    public string? Result { get; set; }

    public string? ErrorCode { get; set; }

    public string? ErrorDetail { get; set; }

    /// <summary>How often a worker took it. What a worker writes names the number it took the job with, so that one that lost it writes nothing.</summary>
    public int Attempts { get; set; }

    /// <summary>The process that runs it, as long as it renews the lease.</summary>
    public string? Holder { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset? CancelRequestedAt { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
