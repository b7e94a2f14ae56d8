using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Writing;

internal sealed class MessageStatements(SqlDialect dialect)
{
    private static readonly SqlColumn<StoredMessage>[] s_columns =
    [
        new("message_id", SqlType.Text, message => message.Id),
        new("role", SqlType.Text, message => MessageNames.Of(message.Role)),
        new("kind", SqlType.Text, message => MessageNames.Of(message.Kind)),
        new("content", SqlType.Text, message => message.Content),
        new("payload", SqlType.Text, message => message.Payload),
        new("engine", SqlType.Text, message => message.Engine),
        new("tokens", SqlType.Integer, message => message.Tokens),
        new("created_at", SqlType.Time, message => message.At),
    ];

    private readonly ConversationRows<StoredMessage> _rows = new(dialect, "ai_conversation_messages", TurnPart.Columns, s_columns);

    public IEnumerable<SqlStatement> Write(TurnCommit commit) => _rows.Insert(commit.Messages, TurnPart.Of(commit));
}
