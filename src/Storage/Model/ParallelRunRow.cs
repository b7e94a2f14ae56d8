namespace FlowEngine.Storage.Model;

/// <summary>One comparison of a turn: what the control did, and what the candidate did on the same turn.</summary>
public sealed class ParallelRunRow : IInstanceRow
{
    public long Id { get; set; }

    /// <summary>UUID v7, the only id outside.</summary>
    public Guid PublicId { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public long ConversationId { get; set; }

    public Guid TurnId { get; set; }

    public int Seq { get; set; }

    public string Stage { get; set; } = "";

    public string AnsweredBy { get; set; } = "";

    /// <summary>The same as <see cref="AnsweredBy"/> in a run of the control against itself.</summary>
    public string Candidate { get; set; } = "";

    /// <summary><c>resync</c> or <c>free</c>.</summary>
    public string Mode { get; set; } = "";

    /// <summary>Percent of the turns that were compared this way when the turn was.</summary>
    public double Sample { get; set; }

    public string Result { get; set; } = "";

    public string? SkippedReason { get; set; }

    public string? Severity { get; set; }

    /// <summary>The step of the ladder that decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>The same for mismatches with the same root cause.</summary>
    public string? Cluster { get; set; }

    public bool ExpiredRule { get; set; }

    /// <summary>JSON; what the candidate is given beside what the tables have.</summary>
    public string? Input { get; set; }

    /// <summary>JSON of the control's observation as it was, for comparing; dropped with its retention.</summary>
    public string? ControlRaw { get; set; }

    /// <summary>JSON of the control's observation, masked.</summary>
    public string? Control { get; set; }

    public string? CandidateRaw { get; set; }

    public string? CandidateAnswer { get; set; }

    /// <summary>JSON with every step of the ladder.</summary>
    public string? Verdict { get; set; }

    public long? FlowVersionId { get; set; }

    public double ControlMs { get; set; }

    public double? ControlFirstMs { get; set; }

    public double? CandidateMs { get; set; }

    public double? CandidateFirstMs { get; set; }

    public int CandidateTokens { get; set; }

    public decimal? ControlCost { get; set; }

    public decimal? CandidateCost { get; set; }

    public string? Currency { get; set; }

    /// <summary>A model that was called and whose price nobody gave.</summary>
    public string? UnpricedModel { get; set; }

    /// <summary>How often a worker took it; the number also tells a worker whose lease ended from the one that came after it.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
