namespace FlowEngine.Integrations.Models;

/// <summary>An active row of <c>ai_assistant_configurations</c>.</summary>
/// <param name="Provider">Name of an a registered provider, in any case.</param>
/// <param name="ModelName">As the provider calls it.</param>
public sealed record AiConfiguration(string Name, string Provider, string ModelName, bool IsDefault);
