using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace FlowEngine.Chat.Replies;

/// <summary>The answer to one turn.</summary>
public sealed record ChatReply
{
    public required Guid ConversationId { get; init; }

    public required string SessionId { get; init; }

    public required Guid TurnId { get; init; }

    /// <summary><c>v1</c> or <c>v2</c>.</summary>
    [AllowedValues("v1", "v2")]
    public required string Engine { get; init; }

    public ReplyFlow? Flow { get; init; }

    /// <summary><c>waiting</c>, <c>ended</c> or <c>open</c>.</summary>
    [AllowedValues("waiting", "ended", "open")]
    public required string Status { get; init; }

    public required IReadOnlyList<ReplyMessage> Messages { get; init; }

    public required ReplyUsage Usage { get; init; }

    public required double DurationMs { get; init; }

    public ReplyFailure? Failure { get; init; }

    public ReplyTrace? Trace { get; init; }
}

public sealed record ReplyFlow(string Name, int Version);

/// <param name="Cut">Why the model's answer is not whole: <c>length</c>, <c>content_filter</c>, <c>refusal</c>, <c>aborted</c>; null where it is.</param>
public sealed record ReplyUsage(string? Model, int InputTokens, int OutputTokens, string? Cut = null);

public sealed record ReplyFailure(string Code);

public sealed record ReplyMessage
{
    public required string Id { get; init; }

    /// <summary>The message's place in the reply, from 0; only in replies.</summary>
    public int? Index { get; init; }

    /// <summary><c>user</c> or <c>assistant</c>.</summary>
    [AllowedValues("user", "assistant")]
    public required string Role { get; init; }

    [AllowedValues("text", "image", "cards", "question", "greeting", "closing", "fallback")]
    public required string Kind { get; init; }

    public required string Content { get; init; }

    public string? ImageUrl { get; init; }

    public IReadOnlyList<ReplyCard>? Cards { get; init; }

    public IReadOnlyList<string>? QuickReplies { get; init; }

    public IReadOnlyList<ReplyLink>? Links { get; init; }

    public IReadOnlyList<ReplyProduct>? Products { get; init; }

    /// <summary>When it was stored; only in histories.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Which engine's turn it belongs to; only in histories.</summary>
    [AllowedValues("v1", "v2", null)]
    public string? Engine { get; init; }
}

public sealed record ReplyCard(string Title, string? Text, string? ImageUrl, string? Url);

public sealed record ReplyLink(string Text, string Url);

public sealed record ReplyProduct(
    string Sku, string Name, string Category, decimal? Price, string Currency, int Stock, string? Url, string? ImageUrl);

public sealed record ReplyTrace(IReadOnlyList<ReplyStep> Steps);

/// <param name="Set">Names of the variables that the node wrote.</param>
/// <param name="Cut">Why the model's answer is not whole; null where it is.</param>
/// <param name="Thinking">What the model thought before it answered, without personal data.</param>
public sealed record ReplyStep(
    string NodeId, string Type, string? Port, double DurationMs, IReadOnlyList<string> Set, string? Failure, string? Flow, string? Cut = null,
    string? Thinking = null);

/// <summary>What is stored beside a message's text.</summary>
public sealed record MessagePayload(
    string? ImageUrl,
    IReadOnlyList<ReplyCard>? Cards,
    IReadOnlyList<string>? QuickReplies,
    IReadOnlyList<ReplyLink>? Links,
    IReadOnlyList<ReplyProduct>? Products);

/// <param name="MessageId">Of the message that the text belongs to.</param>
/// <param name="Index">The message's place in the reply, from 0.</param>
public sealed record ReplyDelta(string MessageId, int Index, string Text);

public sealed record ReplyDiscard(string MessageId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatReply))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(ReplyDelta))]
[JsonSerializable(typeof(ReplyDiscard))]
[JsonSerializable(typeof(ReplyMessage))]
public sealed partial class ChatJson : JsonSerializerContext;
