namespace FlowEngine.Storage.Model;

public sealed class NodeTypeRow
{
    public long Id { get; set; }

    /// <summary>The node type's name.</summary>
    public string NodeKey { get; set; } = "";

    public string NodeClass { get; set; } = "";

    public string Category { get; set; } = "";

    /// <summary>The node type's name, as a node of a flow says it.</summary>
    public string? Type { get; set; }

    /// <summary>For people.</summary>
    public string? Name { get; set; }

    public string? Description { get; set; }

    /// <summary>JSON Schema of a node's configuration.</summary>
    public string? ConfigSchema { get; set; }

    /// <summary>False: only the tenants of the whitelist.</summary>
    public bool IsGlobal { get; set; }

    public bool IsActive { get; set; }

    /// <summary>JSON array of tenant ids.</summary>
    public string TenantWhitelist { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }
}
