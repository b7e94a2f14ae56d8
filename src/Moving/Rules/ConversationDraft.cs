namespace FlowEngine.Moving.Rules;

/// <param name="PromptId">As the source has it.</param>
/// <param name="FlowId">As the source has it: an id of the tenant's own database, or of none.</param>
/// <param name="Metadata">Letter by letter, also where it is no JSON.</param>
/// <param name="State">JSON of the conversation's state; null: none.</param>
public sealed record ConversationDraft(
    long Id,
    string SessionId,
    string? UserId,
    string? FeatureSlug,
    string? FeatureName,
    bool IsActive,
    long? PromptId,
    string? Metadata,
    long? FlowId,
    string? State,
    EngineColumns Engines,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
