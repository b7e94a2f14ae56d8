namespace FlowEngine.Api.Chat;

public sealed record ConversationView(
    Guid Id,
    string SessionId,
    string? UserId,
    string? Title,
    string Language,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
