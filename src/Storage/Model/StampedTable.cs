namespace FlowEngine.Storage.Model;

/// <summary>A table whose rows are kept in memory until they change. Triggers on it write the tenant's stamp.</summary>
/// <param name="Owner">The column with the tenant's id; null: its rows belong to all tenants.</param>
public sealed record StampedTable(string Name, string? Owner = "tenant_id")
{
    public const string Stamps = "tenant_stamps";

    public static IReadOnlyList<StampedTable> All { get; } =
    [
        new("tenants", "id"), new("bot_settings"), new("tenant_stages"), new("kill_switches"), new("ai_tenant_directives"), new("ai_prompts"),
        new("ai_assistant_configurations"), new("product_categories"), new("tenant_conversation_flows"), new("ai_workflow_nodes", null),
    ];

    public string Trigger => $"tr_{Name}_stamp";
}
