using System.Text.Json.Serialization;

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

/// <param name="Next">Give it as <c>next</c> to get the page that follows; null on the last one.</param>
public sealed record Page<T>(
    IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);
