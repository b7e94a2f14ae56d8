namespace FlowEngine.Storage.Model;

/// <summary>The effect ledger.</summary>
public sealed class EffectRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    /// <summary>Turn, node and attempt.</summary>
    public string Key { get; set; } = "";

    public Guid TurnId { get; set; }

    public long ConversationId { get; set; }

    public string Kind { get; set; } = "";

    public string Type { get; set; } = "";

    public string NodeId { get; set; } = "";

    /// <summary>JSON.</summary>
    public string Payload { get; set; } = "";

    /// <summary>JSON of what an external effect came to; null while it is under way, and for stored ones.</summary>
    public string? Result { get; set; }

    public string Status { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}
