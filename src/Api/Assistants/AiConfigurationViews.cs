using System.Text.Json;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.OpenApi;
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
    [property: AnyObject] JsonElement? Settings,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<SettingsFault>? Faults);

/// <summary>What the model did with one small question.</summary>
/// <param name="LatencyMs">From the call to the end of the answer, retries included.</param>
public sealed record AiConfigurationTestView(bool Ok, string Model, double LatencyMs, int InputTokens, int OutputTokens, AiFailureView? Failure);

/// <param name="Code">As in a turn's failure.</param>
public sealed record AiFailureView(string Code, string? Cause);

/// <summary>The body of a PUT: all of the configuration but its name.</summary>
/// <param name="IsActive">True where it is left out.</param>
/// <param name="Priority">0 to 1000: lower is tried earlier, after the default one.</param>
/// <param name="Settings">Keys are references: <c>secret:NAME</c>.</param>
[BodyLimits(MaxBytes = 32 * 1024)]
public sealed record AiConfigurationBody(
    [property: Text(50, Code = "invalid", Missing = "invalid", MayHaveControls = false)] string Provider,
    [property: Text(200, Code = "invalid", Missing = "invalid", MayHaveControls = false)] string ModelName,
    bool? IsActive = null,
    bool? IsDefault = null,
    [property: Whole(0, 1000)] int? Priority = null,
    [property: ObjectRule] JsonElement? Settings = null);
