namespace FlowEngine.Storage.Schema;

/// <summary>What the legacy system's own schema has: <c>down</c> goes back to it, and knows it by its conversations.</summary>
internal static class LegacySchema
{
    public const string Conversations = "ai_conversations";

    /// <summary>Of a conversation: when its last turn here ended.</summary>
    public const string LastTurnAt = "last_turn_at";

    public const string Configurations = "ai_assistant_configurations";

    /// <summary>Makes a session's conversation the only one; ours may have several.</summary>
    public const string SessionIndex = "ai_conversations_session_id_unique";

    private static readonly Dictionary<string, HashSet<string>> s_columns = new(StringComparer.OrdinalIgnoreCase)
    {
        [Conversations] =
        [
            "id", "tenant_id", "user_id", "session_id", "title", "feature_slug", "feature_name", "is_active", "prompt_id", "metadata",
            "created_at", "updated_at",
        ],
        ["ai_conversation_messages"] = ["id", "tenant_id", "conversation_id", "role", "content", "created_at"],
        ["ai_tenant_directives"] = ["id", "tenant_id", "directive_key", "directive_value", "directive_type", "category", "is_active"],
        ["ai_prompts"] = ["id", "tenant_id", "feature_slug", "feature_name", "name", "prompt", "is_default", "is_active", "updated_at"],
    };

    /// <summary>Null where the table is not of the legacy system.</summary>
    public static IReadOnlySet<string>? Columns(string table) => s_columns.GetValueOrDefault(table);

    /// <summary>Another program may call a table of its own so.</summary>
    public static bool IsConversations(TableFacts table) =>
        table.Has("id") && (table.Has("tenant_id") || table.Has("session_id") || table.Has("feature_slug") || table.Has("context_data"));
}
