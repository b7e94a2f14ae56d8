namespace FlowEngine.Storage.Model;

/// <summary>What a tenant's candidates used in one day of its time zone.</summary>
public sealed class ComparisonUsageRow : IInstanceRow
{
    public long TenantId { get; set; }

    public string InstanceId { get; set; } = "";

    /// <summary><c>yyyy-MM-dd</c></summary>
    public string Day { get; set; } = "";

    public long Runs { get; set; }

    public long Tokens { get; set; }

    /// <summary>Billionths of the unit of the models' prices.</summary>
    public long CostUnits { get; set; }
}
