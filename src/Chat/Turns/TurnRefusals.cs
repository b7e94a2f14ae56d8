using FlowEngine.Chat.Refusals;

namespace FlowEngine.Chat.Turns;

/// <summary>Refusals of turns.</summary>
public static class TurnRefusals
{
    public static Refusal ConversationNotFound() => new(
        RefusalKind.NotFound, "conversation_not_found", "There is no such conversation.", "Leave conversationId out to begin a new one.");

    public static Refusal ConversationClosed() => new(
        RefusalKind.Conflict, "conversation_closed", "The conversation is closed.", "Leave conversationId out to begin a new one.");

    public static Refusal ConversationBusy() => new(
        RefusalKind.Conflict, "conversation_busy", "Another turn of this conversation was saved first.", "Nothing of this turn was stored: send it again.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    public static Refusal InFlight(Guid turnId) => new(
        RefusalKind.Conflict, "turn_in_flight", "The turn with this idempotency key is under way.", "Send the same request again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
        Members = new Dictionary<string, object?> { ["turnId"] = turnId },
    };

    public static Refusal KeyReused(Guid turnId) => new(
        RefusalKind.Invalid, "idempotency_key_reused", "The idempotency key was used with another body.", "Use a new key for a new message.")
    {
        Members = new Dictionary<string, object?> { ["turnId"] = turnId },
    };
}
