using FlowEngine.Chat.Turns;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.PostgreSql.Turns;

internal static class MessageStatements
{
    private static readonly string s_insert = Insert.ManyIntoConversation(
        "ai_conversation_messages",
        ["tenant_id", "instance_id", "turn_id"],
        ["message_id", "role", "kind", "content", "payload", "engine", "created_at"]);

    public static Statement Write(TurnCommit commit)
    {
        var messages = commit.Messages;
        return new Statement(s_insert)
            .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
            .With("public_id", commit.Conversation.PublicId).With("turn_id", commit.Turn.Id)
            .With("message_id", messages.Select(message => message.Id))
            .With("role", messages.Select(message => MessageNames.Of(message.Role)))
            .With("kind", messages.Select(message => MessageNames.Of(message.Kind)))
            .With("content", messages.Select(message => message.Content))
            .With("payload", messages.Select(message => message.Payload))
            .With("engine", messages.Select(message => message.Engine))
            .With("created_at", messages.Select(message => message.At));
    }
}
