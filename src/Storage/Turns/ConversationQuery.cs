using System.Data.Common;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Storage.Turns;

/// <summary>A conversation with its flow, its newest turn and the tenant's stamp, in one statement.</summary>
internal static class ConversationQuery
{
    /// <summary>Takes <c>@public_id</c>.</summary>
    public const string ById = $"""
        {Columns}
        LEFT JOIN ai_conversations c ON c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id
        {Joins}
        """;

    /// <summary>The newest of the session that is not closed; takes <c>@session_id</c> and <c>@used_since</c>.</summary>
    public const string OfSession = $"""
        {Columns}
        LEFT JOIN ai_conversations c ON c.tenant_id = @tenant_id AND c.id = (
          SELECT n.id FROM ai_conversations n
          WHERE n.tenant_id = @tenant_id AND n.instance_id = @instance_id AND n.session_id = @session_id AND n.status <> 'closed'
            AND (n.last_turn_at >= @used_since OR n.last_turn_at IS NULL AND (n.imported_at IS NULL OR n.imported_at >= @used_since))
          ORDER BY n.id DESC LIMIT 1)
        {Joins}
        """;

    private const string Columns = $"""
        SELECT s.tenant_stamp, s.service_stamp, c.id, c.public_id, c.session_id, c.user_id, c.language, c.created_at, c.row_version, c.status,
          c.context_data, c.state_history, c.flow_id, f.flow_name, f.version, c.current_node_id, c.expires_at,
          COALESCE((SELECT MAX(t.seq) FROM conversation_turns t
            WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.status = 'done'), 0),
          c.used_input_tokens, c.used_output_tokens, c.used_cost_units, c.used_currency, c.unpriced_turns,
          (SELECT t.engine FROM conversation_turns t
            WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.status = 'done' ORDER BY t.seq DESC LIMIT 1),
          k.engine, k.after_seq, k.state, c.feature_slug, c.feature_name, c.prompt_id, c.last_turn_at, c.imported_at
        FROM ({StampQuery.Sql}) s
        """;

    private const string Joins = """
        LEFT JOIN tenant_conversation_flows f ON f.tenant_id = c.tenant_id AND f.id = c.flow_id
        LEFT JOIN candidate_states k ON k.tenant_id = c.tenant_id AND k.conversation_id = c.id AND k.engine = 'v2' AND k.mode = 'resync'
        """;

    public static (LoadedConversation? Conversation, TenantStamp Stamp) Read(DbDataReader reader) =>
        reader.Read() ? (reader.IsDBNull(2) ? null : Conversation(reader), StampQuery.Read(reader)) : default;

    private static LoadedConversation Conversation(DbDataReader reader) => new()
    {
        RowId = reader.GetInt64(2),
        Head = new(
            reader.GetGuid(3), IsNew: false, reader.GetString(4), reader.TextOrNull(5), reader.GetString(6),
            reader.GetFieldValue<DateTimeOffset>(7)),
        Language = reader.GetString(6),
        RowVersion = reader.GetInt32(8),
        Status = ConversationStatusNames.Read(reader.GetString(9)),
        ContextData = reader.TextOrNull(10),
        StateHistory = reader.TextOrNull(11),
        Flow = reader.IsDBNull(13) ? null : new(reader.GetInt64(12), reader.GetString(13), reader.GetInt32(14)),
        CurrentNodeId = reader.TextOrNull(15),
        ExpiresAt = reader.TimeOrNull(16),
        LastSeq = reader.GetInt32(17),
        Used = new(
            reader.GetInt32(17), reader.GetInt64(18), reader.GetInt64(19), CostUnits.Amount(reader.GetInt64(20)), reader.TextOrNull(21),
            reader.GetInt64(22)),
        LastEngine = reader.TextOrNull(23),
        Candidate = reader.IsDBNull(24) ? null : new(reader.GetString(24), reader.GetInt32(25), reader.GetString(26)),
        Assistant = new(reader.IsDBNull(29) ? null : reader.GetInt64(29), reader.TextOrNull(27), reader.TextOrNull(28)),
        IdleSince = reader.TimeOrNull(30) ?? reader.TimeOrNull(31),
    };
}
