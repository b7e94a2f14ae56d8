using FlowEngine.Conversations;

namespace FlowEngine.Moving.Rules;

/// <param name="Engine"><c>v1</c>, <c>v2</c> or empty where nothing says who answered.</param>
public sealed record MessageDraft(long Id, MessageRole Role, string Content, string Engine, DateTimeOffset CreatedAt);
