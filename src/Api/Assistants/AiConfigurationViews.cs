using System.Text.Json;
using FlowEngine.Integrations.Models;

namespace FlowEngine.Api.Assistants;

/// <param name="Priority">Lower is tried earlier, after the default one.</param>
/// <param name="Settings">Keys are references. Left out where it has faults: it could hold a key in plain text.</param>
/// <param name="Faults">Why it cannot be used.</param>
public sealed record AiConfigurationView(
    string Name,
    string Provider,
    string ModelName,
    bool IsActive,
    bool IsDefault,
    int Priority,
    JsonElement? Settings,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<SettingsFault>? Faults);

/// <summary>What the model did with one small question.</summary>
/// <param name="LatencyMs">From the call to the end of the answer, retries included.</param>
public sealed record AiConfigurationTestView(bool Ok, string Model, double LatencyMs, int InputTokens, int OutputTokens, AiFailureView? Failure);

/// <param name="Code">As in a turn's failure.</param>
public sealed record AiFailureView(string Code, string? Cause);

/// <summary>The body of a PUT: all of the configuration but its name.</summary>
public sealed record AiConfigurationBody
{
    public required string Provider { get; init; }

    public required string ModelName { get; init; }

    public bool IsActive { get; init; } = true;

    public bool IsDefault { get; init; }

    public int Priority { get; init; }

    public JsonElement? Settings { get; init; }
}
