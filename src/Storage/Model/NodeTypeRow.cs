namespace FlowEngine.Storage.Model;

public sealed class NodeTypeRow
{
    public long Id { get; set; }

    /// <summary>The node type's name.</summary>
    public string NodeKey { get; set; } = "";

    public string NodeClass { get; set; } = "";

    public string Category { get; set; } = "";

    /// <summary>False: only the tenants of the whitelist.</summary>
    public bool IsGlobal { get; set; }

    public bool IsActive { get; set; }

    /// <summary>JSON array of tenant ids.</summary>
    public string TenantWhitelist { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }
}
