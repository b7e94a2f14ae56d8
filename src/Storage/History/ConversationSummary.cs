namespace FlowEngine.Storage.History;

public sealed record ConversationSummary(
    long RowId, Guid PublicId, string SessionId, string? UserId, string? Title, string Language, string Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <param name="Payload">JSON of the parts beside the text.</param>
public sealed record StoredMessageRow(
    long RowId, string Id, string Role, string Kind, string Content, string? Payload, string Engine, DateTimeOffset CreatedAt, Guid? TurnId);
