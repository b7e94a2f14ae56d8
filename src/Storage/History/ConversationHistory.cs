using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.History;

internal sealed class ConversationHistory(ISqlReads reads) : IConversationHistory
{
    private const string Sql = """
        SELECT m.role, m.content, m.created_at FROM ai_conversation_messages m
        WHERE m.tenant_id = @tenant_id AND m.instance_id = @instance_id
          AND m.conversation_id = (SELECT c.id FROM ai_conversations c
            WHERE c.tenant_id = @tenant_id AND c.instance_id = @instance_id AND c.public_id = @public_id)
          AND (@system OR m.role <> 'system')
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
                ("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("public_id", conversationId),
                ("system", includeSystem), ("limit", (long)limit),
            ],
            reader => reader.All(row => new HistoryMessage(
                MessageNames.Role(row.GetString(0)), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2))),
            cancellationToken);
        newestFirst.Reverse();
        return newestFirst;
    }
}
