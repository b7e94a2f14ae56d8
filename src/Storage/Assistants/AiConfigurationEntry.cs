namespace FlowEngine.Storage.Assistants;

/// <summary>A row of <c>ai_assistant_configurations</c>, active or not.</summary>
/// <param name="Settings">JSON.</param>
/// <param name="Priority">Lower is tried earlier.</param>
public sealed record AiConfigurationEntry(
    string Name, string Provider, string ModelName, bool IsActive, bool IsDefault, int Priority, string? Settings, DateTimeOffset UpdatedAt);
