using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

internal static class MessageStatements
{
    private static readonly string s_insert = Insert.Into(
        "ai_conversation_messages",
        "tenant_id", "instance_id", "conversation_id", "message_id", "turn_id", "role", "kind", "content", "payload", "engine",
        "created_at");

    public static void Write(StatementCache db, TurnCommit commit, long conversation)
    {
        foreach (var message in commit.Messages)
        {
            db.Execute(
                s_insert,
                ("tenant_id", commit.Tenant.TenantId), ("instance_id", commit.Tenant.InstanceId), ("conversation_id", conversation),
                ("message_id", message.Id), ("turn_id", commit.Turn.Id), ("role", MessageNames.Of(message.Role)),
                ("kind", MessageNames.Of(message.Kind)), ("content", message.Content), ("payload", message.Payload),
                ("engine", message.Engine), ("created_at", message.At));
        }
    }
}
