using FlowEngine.Conversations;

namespace FlowEngine.Storage.Turns;

/// <summary>How <c>ai_conversations.status</c> is written.</summary>
public static class ConversationStatusNames
{
    public const string Closed = "closed";
    public const string Waiting = "waiting";

    public static string Of(ConversationStatus status) => status switch
    {
        ConversationStatus.Waiting => Waiting,
        ConversationStatus.Ended => "ended",
        ConversationStatus.Closed => Closed,
        _ => "open",
    };

    public static ConversationStatus Read(string text) => text switch
    {
        Waiting => ConversationStatus.Waiting,
        "ended" => ConversationStatus.Ended,
        Closed => ConversationStatus.Closed,
        _ => ConversationStatus.Open,
    };
}
