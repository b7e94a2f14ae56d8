namespace FlowEngine.Storage.Model;

public sealed class TurnRow : IInstanceRow
{
    public Guid Id { get; set; }

    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    public long ConversationId { get; set; }

    public int Seq { get; set; }

    /// <summary>claimed or done.</summary>
    public string Status { get; set; } = "";

    /// <summary>When a claim may be taken over.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public string? Engine { get; set; }

    public string? Stage { get; set; }

    public long? FlowVersionId { get; set; }

    /// <summary>SHA-256 in hex.</summary>
    public string? StateBefore { get; set; }

    public string? StateAfter { get; set; }

    /// <summary>JSON.</summary>
    public string? Trace { get; set; }

    /// <summary>JSON.</summary>
    public string? OutsideAnswers { get; set; }

    /// <summary>JSON.</summary>
    public string? Reply { get; set; }

    /// <summary>JSON of the comparisons that the turn asks for, until they have rows of their own.</summary>
    public string? Comparisons { get; set; }

    public string? FailureCode { get; set; }

    /// <summary>taken_over or fresh where another engine answered the turn before.</summary>
    public string? Handover { get; set; }

    /// <summary>The engine that failed, where the other was asked for the same turn.</summary>
    public string? FallbackFrom { get; set; }

    public string? FallbackCode { get; set; }

    public string? Model { get; set; }

    public int InputTokens { get; set; }

    public int OutputTokens { get; set; }

    /// <summary>What the models took; null where a price is not known.</summary>
    public decimal? Cost { get; set; }

    public string? CostCurrency { get; set; }

    /// <summary>Of the price list that the cost was reckoned by.</summary>
    public string? PriceVersion { get; set; }

    /// <summary>
    /// In billionths, what the calls took whose price is known, though <see cref="Cost"/> may be null. Null in rows from before there was this column.
    /// </summary>
    public long? UsedCostUnits { get; set; }

    public string? UsedCurrency { get; set; }

    /// <summary>A model was called whose cost is not in <see cref="UsedCostUnits"/>; a model that costs nothing is not meant.</summary>
    public bool? IsUnpriced { get; set; }

    /// <summary>Of the conversation after the turn. Null in rows of 0.1, as are the next two.</summary>
    public string? Language { get; set; }

    /// <summary>How many the turn wrote, the user's own among them.</summary>
    public int? Messages { get; set; }

    /// <summary>When it was stored: the order in which turns are projected.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public string Caller { get; set; } = "";

    public string? IdempotencyKey { get; set; }

    public string BodyHash { get; set; } = "";

    public DateTimeOffset StartedAt { get; set; }

    public double DurationMs { get; set; }
}
