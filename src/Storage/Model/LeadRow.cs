namespace FlowEngine.Storage.Model;

public sealed class LeadRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public long ConversationId { get; set; }

    public Guid TurnId { get; set; }

    public string EffectKey { get; set; } = "";

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    /// <summary>JSON of everything that was collected.</summary>
    public string Fields { get; set; } = "";

    /// <summary>The node that made it.</summary>
    public string Source { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}
