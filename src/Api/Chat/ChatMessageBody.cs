using FlowEngine.Api.Bodies;
using FlowEngine.Chat.Turns;
using FlowEngine.Text;

namespace FlowEngine.Api.Chat;

/// <summary>One message of a user.</summary>
/// <param name="Content">1 to 10,000 characters; an emoji is one.</param>
/// <param name="ConversationId">Continues this conversation.</param>
/// <param name="SessionId">Opaque; made when absent. Without <c>conversationId</c> the session's newest conversation continues.</param>
/// <param name="Flow">Name of an active flow.</param>
/// <param name="Language">An ISO 639-1 code such as <c>tr</c>, or a tag such as <c>tr-TR</c>, of which only the language is used.</param>
/// <param name="Metadata">Flat texts, at most 4 KiB; flows read them as <c>session.*</c>.</param>
[BodyLimits(MaxBytes = 128 * 1024)]
public sealed record ChatMessageBody(
    [property: Text(ChatRequest.MaxContent)] string Content,
    Guid? ConversationId = null,
    [property: Text(ChatRequest.MaxId, MayBeBlank = true)] string? SessionId = null,
    [property: Text(ChatRequest.MaxId, MayBeBlank = true)] string? UserId = null,
    [property: Text(ChatRequest.MaxFlowName, MayBeBlank = true)] string? Flow = null,
    [property: Language(ChatRequest.MaxId)] string? Language = null,
    [property: FlatTexts(ChatRequest.MaxMetadataBytes)] IReadOnlyDictionary<string, string>? Metadata = null)
{
    internal ChatRequest ToRequest() => new()
    {
        Content = Content,
        ConversationId = ConversationId,
        SessionId = SessionId,
        UserId = UserId,
        Flow = Flow,
        Language = Language is null ? null : LanguageTag.Read(Language),
        Metadata = Metadata ?? new Dictionary<string, string>(),
    };
}
