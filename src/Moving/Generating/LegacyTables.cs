namespace FlowEngine.Moving.Generating;

/// <summary>The legacy schema: the hybrid conversations and what else is central, and the flows of a tenant's database.</summary>
public static class LegacyTables
{
    public static GeneratedTable Conversations { get; } = Table(
        "ai_conversations", ["tenant_id", "session_id"],
        "id INTEGER PRIMARY KEY", "tenant_id BIGINT", "user_id BIGINT", "session_id VARCHAR(255)", "feature_slug VARCHAR(255)", "feature_name VARCHAR(255)",
        "is_active INTEGER", "prompt_id BIGINT", "metadata TEXT", "flow_id BIGINT", "current_node_id VARCHAR(50)", "state_history TEXT", "context_data TEXT",
        "created_at DATETIME", "updated_at DATETIME");

    public static GeneratedTable Messages { get; } = Table(
        "ai_conversation_messages", ["conversation_id"],
        "id INTEGER PRIMARY KEY", "conversation_id BIGINT", "role VARCHAR(20)", "content TEXT", "metadata TEXT", "created_at DATETIME");

    public static GeneratedTable Directives { get; } = Table(
        "ai_tenant_directives", ["tenant_id"],
        "id INTEGER PRIMARY KEY", "tenant_id BIGINT", "directive_key VARCHAR(100)", "directive_value TEXT", "directive_type VARCHAR(20)", "category VARCHAR(50)",
        "is_active INTEGER");

    public static GeneratedTable Prompts { get; } = Table(
        "ai_prompts", ["tenant_id"],
        "id INTEGER PRIMARY KEY", "tenant_id BIGINT", "feature_slug VARCHAR(100)", "name VARCHAR(200)", "content TEXT", "is_default INTEGER", "is_active INTEGER");

    public static GeneratedTable Configurations { get; } = Table(
        "ai_assistant_configurations", ["tenant_id"],
        "id INTEGER PRIMARY KEY", "tenant_id BIGINT", "name VARCHAR(100)", "provider VARCHAR(50)", "model_name VARCHAR(200)", "api_key VARCHAR(255)",
        "is_active INTEGER", "is_default INTEGER");

    public static GeneratedTable Nodes { get; } = Table(
        "ai_workflow_nodes", [],
        "id INTEGER PRIMARY KEY", "node_key VARCHAR(100)", "node_class VARCHAR(255)", "category VARCHAR(50)", "is_global INTEGER", "is_active INTEGER",
        "tenant_whitelist TEXT");

    public static GeneratedTable Flows { get; } = Table(
        "tenant_conversation_flows", [],
        "id INTEGER PRIMARY KEY", "tenant_id BIGINT", "flow_name VARCHAR(255)", "flow_description TEXT", "flow_data TEXT", "start_node_id VARCHAR(50)",
        "is_active INTEGER", "priority INTEGER");

    public static IReadOnlyList<GeneratedTable> Central { get; } = [Conversations, Messages, Directives, Prompts, Configurations, Nodes];

    private static GeneratedTable Table(string name, IReadOnlyList<string> indexes, params string[] columns) =>
        new(name, [.. columns.Select(column => (column[..column.IndexOf(' ', StringComparison.Ordinal)], column[(column.IndexOf(' ', StringComparison.Ordinal) + 1)..]))], indexes);
}
