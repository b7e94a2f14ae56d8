namespace FlowEngine.Storage.Model;

/// <summary>
/// What a tenant's turns of one day used. Where the day has a limit each turn adds to one of some slots in its own transaction, so that turns of
/// one tenant do not wait for each other; one more slot holds what turns used that no slot has.
/// </summary>
public sealed class TenantUsageRow : IInstanceRow
{
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    /// <summary>yyyy-MM-dd in the tenant's time zone.</summary>
    public string Day { get; set; } = "";

    /// <summary>The sum of the day is that of its slots.</summary>
    public int Slot { get; set; }

    public long Turns { get; set; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    /// <summary>Billionths of <see cref="Currency"/>.</summary>
    public long CostUnits { get; set; }

    public string? Currency { get; set; }

    /// <summary>Turns with a call whose cost is not known.</summary>
    public long UnpricedTurns { get; set; }
}
