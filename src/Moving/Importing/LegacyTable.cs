namespace FlowEngine.Moving.Importing;

/// <summary>The legacy system's tables, and ours of the same names.</summary>
internal static class LegacyTable
{
    public const string Conversations = "ai_conversations";
    public const string Messages = "ai_conversation_messages";
    public const string Directives = "ai_tenant_directives";
    public const string Prompts = "ai_prompts";
    public const string Configurations = "ai_assistant_configurations";
    public const string Nodes = "ai_workflow_nodes";
    public const string Flows = "tenant_conversation_flows";

    /// <summary>Reads the messages that belong to no conversation.</summary>
    public const string OrphanedMessages = """
        SELECT m.id FROM ai_conversation_messages m
        WHERE NOT EXISTS (SELECT 1 FROM ai_conversations c WHERE c.id = m.conversation_id) ORDER BY m.id
        """;

    /// <summary>Those with rows of tenants in the central database.</summary>
    public static IReadOnlyList<string> OfTenants { get; } = [Directives, Prompts, Configurations, Flows, Conversations];

    public static IReadOnlyList<string> All { get; } = [.. OfTenants, Messages, Nodes];
}
