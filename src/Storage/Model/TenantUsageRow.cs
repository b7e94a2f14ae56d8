namespace FlowEngine.Storage.Model;

/// <summary>What a tenant's turns of one day used; each turn adds to it in its own transaction.</summary>
public sealed class TenantUsageRow : IInstanceRow
{
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    /// <summary>yyyy-MM-dd in the tenant's time zone.</summary>
    public string Day { get; set; } = "";

    public long Turns { get; set; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    /// <summary>Billionths of <see cref="Currency"/>.</summary>
    public long CostUnits { get; set; }

    public string? Currency { get; set; }

    /// <summary>Turns with a call whose cost is not known.</summary>
    public long UnpricedTurns { get; set; }
}
