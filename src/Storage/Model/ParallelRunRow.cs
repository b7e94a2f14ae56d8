namespace FlowEngine.Storage.Model;

public sealed class ParallelRunRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public long ConversationId { get; set; }

    public Guid TurnId { get; set; }

    public int Seq { get; set; }

    public string AnsweredBy { get; set; } = "";

    public string Candidate { get; set; } = "";

    public string Mode { get; set; } = "";

    /// <summary>pending until the candidate has run.</summary>
    public string Result { get; set; } = "";

    /// <summary>JSON.</summary>
    public string? Reasons { get; set; }

    /// <summary>JSON of the outcome that the user got.</summary>
    public string? Answer { get; set; }

    /// <summary>JSON of the candidate's outcome.</summary>
    public string? CandidateAnswer { get; set; }

    public long? FlowVersionId { get; set; }

    public double? CandidateMs { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
