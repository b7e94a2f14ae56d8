using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Comparisons;

/// <summary>A conversation's messages as they were when one of its turns began, however many came since.</summary>
public sealed class HistoryBefore(ISqlReads reads, Guid turnId) : IConversationHistory
{
    private const string Sql = """
        SELECT m.role, m.content, m.created_at FROM ai_conversation_messages m
        JOIN ai_conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
        WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id
          AND (@system OR m.role <> 'system')
          AND m.id < (SELECT MIN(t.id) FROM ai_conversation_messages t
            WHERE t.tenant_id = c.tenant_id AND t.conversation_id = c.id AND t.turn_id = @turn_id)
        ORDER BY m.id DESC LIMIT @limit
        """;

    public async ValueTask<IReadOnlyList<HistoryMessage>> NewestAsync(
        TenantKey tenant, Guid conversationId, int limit, bool includeSystem, CancellationToken cancellationToken)
    {
        if (limit < 1)
        {
            return [];
        }

        var newestFirst = await reads.QueryAsync(
            Sql,
            [
                ("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("public_id", conversationId), ("system", includeSystem),
                ("turn_id", turnId), ("limit", (long)limit),
            ],
            reader => reader.All(row => new HistoryMessage(
                MessageNames.Role(row.GetString(0)), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2))),
            cancellationToken);
        newestFirst.Reverse();
        return newestFirst;
    }
}
