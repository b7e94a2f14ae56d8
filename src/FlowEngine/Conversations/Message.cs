namespace FlowEngine.Conversations;

public enum MessageRole
{
    User,
    Assistant,
    System,
}

public enum MessageKind
{
    Text,
    Image,
    Cards,
    Question,
    Greeting,
    Closing,
    Fallback,
}

/// <summary>One message of a conversation. Immutable: a node that changes one replaces it by its id.</summary>
public sealed record Message
{
    /// <summary>Unique within the conversation; derived from the turn's id, so a replay gives the same.</summary>
    public required string Id { get; init; }

    public required MessageRole Role { get; init; }

    public MessageKind Kind { get; init; } = MessageKind.Text;

    public required string Content { get; init; }

    public string? ImageUrl { get; init; }

    public IReadOnlyList<Card> Cards { get; init; } = [];

    public IReadOnlyList<string> QuickReplies { get; init; } = [];

    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>What the model wrote for it; null where none did, or it did not say.</summary>
    public int? Tokens { get; init; }

    /// <summary>Rows of the catalogue that the message speaks of.</summary>
    public IReadOnlyList<Product> Products { get; init; } = [];

    /// <summary>What the user reads where the engine has no answer.</summary>
    public static Message Fallback(string id, string text) => new()
    {
        Id = $"{id}-fallback",
        Role = MessageRole.Assistant,
        Kind = MessageKind.Fallback,
        Content = text,
    };
}

public sealed record Card(string Title, string? Text = null, string? ImageUrl = null, string? Url = null);

public sealed record Link(string Text, string Url);
