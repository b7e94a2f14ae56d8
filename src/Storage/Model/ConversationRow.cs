namespace FlowEngine.Storage.Model;

/// <summary>What both engines share, V2's flow, node, history and context, and V1's own columns as a part that can go.</summary>
public sealed class ConversationRow : IInstanceRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    /// <summary>UUID v7, the only id outside.</summary>
    public Guid PublicId { get; set; }

    public string SessionId { get; set; } = "";

    public string? UserId { get; set; }

    public string? Title { get; set; }

    public string Language { get; set; } = "";

    public string Status { get; set; } = "";

    public int RowVersion { get; set; }

    public AssistantColumnsRow Assistant { get; set; } = new();

    /// <summary>Version row of the outermost frame.</summary>
    public long? FlowId { get; set; }

    public string? CurrentNodeId { get; set; }

    /// <summary>JSON array of the last 50 turns.</summary>
    public string? StateHistory { get; set; }

    /// <summary>JSON of ConversationState.</summary>
    public string? ContextData { get; set; }

    /// <summary>When the wait times out.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Of all its turns.</summary>
    public long UsedInputTokens { get; set; }

    public long UsedOutputTokens { get; set; }

    /// <summary>Billionths of <see cref="UsedCurrency"/>.</summary>
    public long UsedCostUnits { get; set; }

    public string? UsedCurrency { get; set; }

    /// <summary>Turns with a call whose cost is not known.</summary>
    public long UnpricedTurns { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When the last turn here ended; null where there was none. Idle time begins then.</summary>
    public DateTimeOffset? LastTurnAt { get; set; }

    /// <summary>When a conversation of the legacy system came here; idle time begins then until there is a turn.</summary>
    public DateTimeOffset? ImportedAt { get; set; }
}
