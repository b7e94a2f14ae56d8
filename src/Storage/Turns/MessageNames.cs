using FlowEngine.Conversations;

namespace FlowEngine.Storage.Turns;

/// <summary>How a message's role and kind are written.</summary>
public static class MessageNames
{
    public static string Of(MessageRole role) => role switch
    {
        MessageRole.User => "user",
        MessageRole.System => "system",
        _ => "assistant",
    };

    public static MessageRole Role(string text) => text switch
    {
        "user" => MessageRole.User,
        "system" => MessageRole.System,
        _ => MessageRole.Assistant,
    };

    public static string Of(MessageKind kind) => kind switch
    {
        MessageKind.Image => "image",
        MessageKind.Cards => "cards",
        MessageKind.Question => "question",
        MessageKind.Greeting => "greeting",
        MessageKind.Closing => "closing",
        MessageKind.Fallback => "fallback",
        _ => "text",
    };

    public static MessageKind Kind(string text) => text switch
    {
        "image" => MessageKind.Image,
        "cards" => MessageKind.Cards,
        "question" => MessageKind.Question,
        "greeting" => MessageKind.Greeting,
        "closing" => MessageKind.Closing,
        "fallback" => MessageKind.Fallback,
        _ => MessageKind.Text,
    };
}
