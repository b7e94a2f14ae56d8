using System.Data.Common;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Turns;

/// <summary>A conversation with its flow and its newest turn, in one statement.</summary>
internal static class ConversationQuery
{
    public const string Sql = """
        SELECT c.id, c.public_id, c.session_id, c.user_id, c.language, c.created_at, c.row_version, c.status, c.context_data,
          c.state_history, c.flow_id, f.flow_name, f.version, c.current_node_id, c.expires_at,
          COALESCE((SELECT MAX(t.seq) FROM conversation_turns t
            WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.status = 'done'), 0),
          c.used_input_tokens, c.used_output_tokens, c.used_cost_units, c.used_currency, c.unpriced_turns,
          (SELECT t.engine FROM conversation_turns t
            WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.status = 'done' ORDER BY t.seq DESC LIMIT 1),
          k.engine, k.after_seq, k.state, c.feature_slug, c.feature_name, c.prompt_id, c.last_turn_at, c.imported_at
        FROM ai_conversations c
        LEFT JOIN tenant_conversation_flows f ON f.tenant_id = c.tenant_id AND f.id = c.flow_id
        LEFT JOIN candidate_states k ON k.tenant_id = c.tenant_id AND k.conversation_id = c.id AND k.engine = 'v2' AND k.mode = 'resync'
        WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id
        """;

    public static LoadedConversation? Read(DbDataReader reader)
    {
        if (!reader.Read())
        {
            return null;
        }

        return new()
        {
            RowId = reader.GetInt64(0),
            Head = new(
                reader.GetGuid(1), IsNew: false, reader.GetString(2), reader.TextOrNull(3), reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5)),
            Language = reader.GetString(4),
            RowVersion = reader.GetInt32(6),
            Status = ConversationStatusText.Read(reader.GetString(7)),
            ContextData = reader.TextOrNull(8),
            StateHistory = reader.TextOrNull(9),
            Flow = reader.IsDBNull(11) ? null : new(reader.GetInt64(10), reader.GetString(11), reader.GetInt32(12)),
            CurrentNodeId = reader.TextOrNull(13),
            ExpiresAt = reader.TimeOrNull(14),
            LastSeq = reader.GetInt32(15),
            Used = new(
                reader.GetInt32(15), reader.GetInt64(16), reader.GetInt64(17), CostUnits.Amount(reader.GetInt64(18)), reader.TextOrNull(19),
                reader.GetInt64(20)),
            LastEngine = reader.TextOrNull(21),
            Candidate = reader.IsDBNull(22) ? null : new(reader.GetString(22), reader.GetInt32(23), reader.GetString(24)),
            Assistant = new(reader.IsDBNull(27) ? null : reader.GetInt64(27), reader.TextOrNull(25), reader.TextOrNull(26)),
            IdleSince = reader.TimeOrNull(28) ?? reader.TimeOrNull(29),
        };
    }
}
