namespace FlowEngine.Storage.Model;

public sealed class CandidateStateRow : IInstanceRow
{
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public long ConversationId { get; set; }

    public string Engine { get; set; } = "";

    public string Mode { get; set; } = "";

    public int AfterSeq { get; set; }

    /// <summary>JSON.</summary>
    public string State { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }
}
