using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Models;

/// <summary>An active row of <c>ai_assistant_configurations</c>.</summary>
/// <param name="Provider">Name of a registered provider, in any case.</param>
/// <param name="ModelName">As the provider calls it.</param>
/// <param name="Settings">JSON, read by <see cref="ModelSettingsReader"/>; secrets are references.</param>
/// <param name="Priority">Lower is tried earlier, after the default one.</param>
/// <param name="Tenant">Whose it is: what goes wrong with one tenant's calls is held against no other's.</param>
public sealed record AiConfiguration(
    string Name, string Provider, string ModelName, bool IsDefault, string? Settings = null, int Priority = 0, TenantKey? Tenant = null);
