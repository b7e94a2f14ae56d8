using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Writing;

/// <summary>Writes of <c>ai_conversations</c>.</summary>
internal sealed class ConversationStatements
{
    /// <summary>What the inserts of one database name the changed row by.</summary>
    public const string Id = "conversation_id";

    private static readonly string[] s_columns =
    [
        "tenant_id", "instance_id", "public_id", "session_id", "user_id", "language", "status", "row_version", "is_active", "created_at", "updated_at",
    ];

    private const string AssistantColumns = """
        feature_slug = COALESCE(feature_slug, @feature_slug), feature_name = COALESCE(feature_name, @feature_name),
          prompt_id = COALESCE(prompt_id, @prompt_id), metadata = COALESCE(metadata, @metadata),
        """;

    /// <summary>Assigned in this order: on one database each value sees those before it. A row of another version is not found.</summary>
    /// <param name="assistant">Assignments of V1's columns: a turn that fills none of them names none, as they may be gone.</param>
    private static string Change(string assistant) => $"""
        UPDATE ai_conversations SET
          row_version = row_version + 1, status = @status, language = @language, updated_at = @updated_at, last_turn_at = @updated_at,
          title = COALESCE(title, @title),
          flow_id = CASE WHEN @has_flow THEN @flow_id ELSE flow_id END,
          current_node_id = CASE WHEN @has_flow THEN @current_node_id ELSE current_node_id END,
          context_data = CASE WHEN @has_flow THEN @context_data ELSE context_data END,
          state_history = CASE WHEN @has_flow THEN @state_history ELSE state_history END,
          expires_at = CASE WHEN @status <> 'waiting' THEN NULL WHEN @has_flow THEN @expires_at ELSE expires_at END,
          {assistant}
          used_input_tokens = used_input_tokens + @input_tokens, used_output_tokens = used_output_tokens + @output_tokens,
          used_cost_units = used_cost_units + CASE WHEN @currency <> used_currency THEN 0 ELSE @cost_units END,
          unpriced_turns = unpriced_turns + CASE WHEN @currency <> used_currency THEN 1 ELSE @unpriced END,
          used_currency = COALESCE(used_currency, @currency)
        WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND public_id = @public_id AND row_version = @row_version
          AND status <> 'closed'
        """;

    private readonly string _create;
    private readonly string _createIfMissing;
    private readonly string _change;
    private readonly string _changeWithAssistant;

    public ConversationStatements(SqlDialect dialect)
    {
        _create = dialect.Into("ai_conversations", s_columns);
        _createIfMissing = _create + dialect.OnConflict("tenant_id, public_id");
        _change = dialect.One(Change(""));
        _changeWithAssistant = dialect.One(Change(AssistantColumns));
    }

    /// <summary>Version 0 is a conversation that has no committed turn yet.</summary>
    public SqlStatement Create(TenantKey tenant, ConversationHead head) => Create(_create, tenant, head);

    public SqlStatement CreateIfMissing(TenantKey tenant, ConversationHead head) => Create(_createIfMissing, tenant, head);

    public SqlStatement Update(TurnCommit commit)
    {
        var change = commit.Change;
        var flow = change.Flow;
        var spent = commit.Spending;
        var statement = new SqlStatement(change.Assistant is null ? _change : _changeWithAssistant) { ChangesOne = true, Gives = Id }
            .With("status", ConversationStatusNames.Of(change.Status)).With("language", change.Language)
            .With("updated_at", change.UpdatedAt).With("title", change.Title)
            .With("has_flow", flow is not null).With("flow_id", flow?.FlowId).With("current_node_id", flow?.CurrentNodeId)
            .With("context_data", flow?.ContextData).With("state_history", flow?.StateHistory).With("expires_at", flow?.ExpiresAt)
            .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
            .With("public_id", commit.Conversation.PublicId).With("row_version", commit.ExpectedRowVersion)
            .With("input_tokens", spent.InputTokens).With("output_tokens", spent.OutputTokens)
            .With("cost_units", CostUnits.Of(spent.Cost?.Amount ?? 0)).With("currency", spent.Cost?.Currency)
            .With("unpriced", spent.IsUnpriced ? 1 : 0);
        return change.Assistant is { } columns
            ? statement.With("feature_slug", columns.FeatureSlug).With("feature_name", columns.FeatureName)
                .With("prompt_id", columns.PromptId).With("metadata", columns.Metadata)
            : statement;
    }

    private static SqlStatement Create(string sql, TenantKey tenant, ConversationHead head) => new SqlStatement(sql)
        .With("tenant_id", tenant.TenantId).With("instance_id", tenant.InstanceId).With("public_id", head.PublicId)
        .With("session_id", head.SessionId).With("user_id", head.UserId).With("language", head.Language)
        .With("status", ConversationStatusNames.Of(ConversationStatus.Open)).With("row_version", 0).With("is_active", true)
        .With("created_at", head.CreatedAt).With("updated_at", head.CreatedAt);
}
