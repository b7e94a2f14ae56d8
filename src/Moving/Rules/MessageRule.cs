using FlowEngine.Conversations;
using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

/// <summary>The text is carried letter by letter.</summary>
public static class MessageRule
{
    /// <param name="conversationTime">For a message without a time of its own.</param>
    public static Carried<MessageDraft> Carry(LegacyRow row, DateTimeOffset conversationTime)
    {
        ArgumentNullException.ThrowIfNull(row);
        MessageRole? role = row.Text("role")?.Trim().ToUpperInvariant() switch
        {
            "USER" or "HUMAN" => MessageRole.User,
            "ASSISTANT" or "AI" or "BOT" => MessageRole.Assistant,
            "SYSTEM" => MessageRole.System,
            _ => null,
        };
        if (role is null)
        {
            return Carried<MessageDraft>.Refused(MovingCodes.UnknownRole);
        }

        if (row.Text("content") is not { } content)
        {
            return Carried<MessageDraft>.Refused(MovingCodes.NoContent);
        }

        var time = row.Time("created_at");
        return Carried<MessageDraft>.As(
            new(row.Id, role.Value, content, AnsweringEngine.Of(row), time ?? conversationTime),
            [.. new[] { time is null ? MovingCodes.NoTime : null, DoubleEncoding.IsIn(content) ? MovingCodes.DoubleEncoded : null }.OfType<string>()]);
    }
}
