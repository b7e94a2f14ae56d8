namespace FlowEngine.Chat.Turns;

/// <summary>The body of <c>POST /api/chat/messages</c>.</summary>
public sealed record ChatRequest
{
    /// <summary>In characters: an emoji is one.</summary>
    public const int MaxContent = 10_000;

    public const int MaxId = 64;
    public const int MaxFlowName = 100;
    public const int MaxMetadataBytes = 4096;

    /// <summary>1 to 10,000 characters.</summary>
    public required string Content { get; init; }

    public Guid? ConversationId { get; init; }

    /// <summary>Opaque, at most 64 characters; made when absent.</summary>
    public string? SessionId { get; init; }

    /// <summary>At most 64 characters.</summary>
    public string? UserId { get; init; }

    public string? Flow { get; init; }

    /// <summary>Two letters.</summary>
    public string? Language { get; init; }

    /// <summary>Flat texts, at most 4 KiB.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
