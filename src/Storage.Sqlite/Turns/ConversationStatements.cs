using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>Writes of <c>ai_conversations</c>.</summary>
internal static class ConversationStatements
{
    private static readonly string s_insert = Insert.Into(
        "ai_conversations",
        "tenant_id", "instance_id", "public_id", "session_id", "user_id", "language", "status", "row_version", "is_active",
        "created_at", "updated_at") + " RETURNING id";

    private const string Find =
        "SELECT id FROM ai_conversations WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND public_id = @public_id";

    private const string Change = """
        UPDATE ai_conversations SET
          row_version = row_version + 1, status = @status, language = @language, updated_at = @updated_at, last_turn_at = @updated_at,
          title = COALESCE(title, @title),
          flow_id = CASE WHEN @has_flow THEN @flow_id ELSE flow_id END,
          current_node_id = CASE WHEN @has_flow THEN @current_node_id ELSE current_node_id END,
          context_data = CASE WHEN @has_flow THEN @context_data ELSE context_data END,
          state_history = CASE WHEN @has_flow THEN @state_history ELSE state_history END,
          expires_at = CASE WHEN @status <> 'waiting' THEN NULL WHEN @has_flow THEN @expires_at ELSE expires_at END,
          feature_slug = COALESCE(feature_slug, @feature_slug), feature_name = COALESCE(feature_name, @feature_name),
          prompt_id = COALESCE(prompt_id, @prompt_id), metadata = COALESCE(metadata, @metadata),
          used_input_tokens = used_input_tokens + @input_tokens, used_output_tokens = used_output_tokens + @output_tokens,
          used_cost_units = used_cost_units + CASE WHEN @currency <> used_currency THEN 0 ELSE @cost_units END,
          unpriced_turns = unpriced_turns + CASE WHEN @currency <> used_currency THEN 1 ELSE @unpriced END,
          used_currency = COALESCE(used_currency, @currency)
        WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND public_id = @public_id AND row_version = @row_version
          AND status <> 'closed'
        RETURNING id
        """;

    private const string DropUnused = """
        DELETE FROM ai_conversations
        WHERE tenant_id = @tenant_id AND id = @id AND row_version = 0
          AND NOT EXISTS (SELECT 1 FROM conversation_turns WHERE tenant_id = @tenant_id AND conversation_id = @id)
        """;

    /// <returns>The row's id; null where the tenant has no such conversation.</returns>
    public static long? IdOf(StatementCache db, TenantKey tenant, Guid publicId) =>
        (long?)db.Scalar(Find, ("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("public_id", publicId));

    /// <summary>Version 0 is a conversation that has no committed turn yet.</summary>
    public static long Create(StatementCache db, TenantKey tenant, ConversationHead head) =>
        (long)db.Scalar(
            s_insert,
            ("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("public_id", head.PublicId),
            ("session_id", head.SessionId), ("user_id", head.UserId), ("language", head.Language),
            ("status", ConversationStatusNames.Of(ConversationStatus.Open)), ("row_version", 0L), ("is_active", true),
            ("created_at", head.CreatedAt), ("updated_at", head.CreatedAt))!;

    /// <returns>Null where the row has another version by now, is closed or is gone.</returns>
    public static long? Update(StatementCache db, TurnCommit commit)
    {
        var change = commit.Change;
        var flow = change.Flow;
        var spent = commit.Spending;
        return (long?)db.Scalar(
            Change,
            ("status", ConversationStatusNames.Of(change.Status)), ("language", change.Language), ("updated_at", change.UpdatedAt),
            ("title", change.Title), ("has_flow", flow is not null), ("flow_id", flow?.FlowId),
            ("current_node_id", flow?.CurrentNodeId), ("context_data", flow?.ContextData), ("state_history", flow?.StateHistory),
            ("expires_at", flow?.ExpiresAt), ("feature_slug", change.Assistant?.FeatureSlug),
            ("feature_name", change.Assistant?.FeatureName), ("prompt_id", change.Assistant?.PromptId),
            ("metadata", change.Assistant?.Metadata), ("tenant_id", commit.Tenant.TenantId),
            ("instance_id", commit.Tenant.InstanceId), ("public_id", commit.Conversation.PublicId),
            ("row_version", (long)commit.ExpectedRowVersion), ("input_tokens", (long)spent.InputTokens),
            ("output_tokens", (long)spent.OutputTokens), ("cost_units", CostUnits.Of(spent.Cost?.Amount ?? 0)),
            ("currency", spent.Cost?.Currency), ("unpriced", spent.IsUnpriced ? 1L : 0L));
    }

    /// <summary>Drops a conversation that a claim made and no turn ever used.</summary>
    public static void Drop(StatementCache db, TenantKey tenant, long id) =>
        db.Execute(DropUnused, ("tenant_id", tenant.TenantId), ("id", id));
}
