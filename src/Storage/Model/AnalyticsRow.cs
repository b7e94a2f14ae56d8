namespace FlowEngine.Storage.Model;

/// <summary>One row a turn.</summary>
public sealed class AnalyticsRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public long ConversationId { get; set; }

    public Guid TurnId { get; set; }

    public string Engine { get; set; } = "";

    public string Stage { get; set; } = "";

    public long? FlowVersionId { get; set; }

    public string? Model { get; set; }

    public int InputTokens { get; set; }

    public int OutputTokens { get; set; }

    public int Messages { get; set; }

    public double DurationMs { get; set; }

    public string? FailureCode { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
