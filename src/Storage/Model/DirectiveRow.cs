namespace FlowEngine.Storage.Model;

public sealed class DirectiveRow : ITenantRow
{
    public long Id { get; set; }

    public long TenantId { get; set; }

    public string DirectiveKey { get; set; } = "";

    public string DirectiveValue { get; set; } = "";

    /// <summary>string, integer, boolean, json or array.</summary>
    public string DirectiveType { get; set; } = "";

    public string Category { get; set; } = "";

    /// <summary>Higher comes first.</summary>
    public int Priority { get; set; }

    public bool IsActive { get; set; }
}
