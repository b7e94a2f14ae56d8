using FlowEngine.Chat.Turns;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.MySql.Turns;

internal static class MessageStatements
{
    private static readonly string[] s_shared = ["tenant_id", "instance_id", "turn_id"];
    private static readonly string[] s_columns = ["message_id", "role", "kind", "content", "payload", "engine", "created_at"];

    public static Statement Write(TurnCommit commit)
    {
        var rows = commit.Messages.Select(message => new object?[]
        {
            message.Id, MessageNames.Of(message.Role), MessageNames.Of(message.Kind), message.Content, message.Payload, message.Engine, message.At,
        }).ToList();
        return Insert.ManyIntoConversation("ai_conversation_messages", s_shared, s_columns, rows)
            .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
            .With("public_id", commit.Conversation.PublicId).With("turn_id", commit.Turn.Id);
    }
}
