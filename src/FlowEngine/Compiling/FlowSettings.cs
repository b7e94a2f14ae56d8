using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Conversations;

namespace FlowEngine.Compiling;

/// <summary>The <c>settings</c> of a flow version; what is not set comes from the tenant's.</summary>
public sealed record FlowSettings
{
    public static FlowSettings None { get; } = new();

    /// <summary>By language.</summary>
    public IReadOnlyDictionary<string, string>? FallbackText { get; init; }

    public int? MaxSteps { get; init; }

    public int? MaxSeconds { get; init; }

    /// <summary>Characters.</summary>
    public int? MaxOutput { get; init; }

    public int? MaxTokens { get; init; }

    /// <summary>Of one turn, in the currency of the models' prices.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>Two-letter codes that the flow has texts for.</summary>
    public IReadOnlyList<string>? Languages { get; init; }

    /// <summary>The settings, or what is wrong with them.</summary>
    public static (FlowSettings? Settings, string? Fault) Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return (None, null);
        }

        try
        {
            var settings = JsonSerializer.Deserialize(json, FlowSettingsContext.Default.FlowSettings) ?? None;
            var fault = settings switch
            {
                { MaxSteps: < 1 or > 10_000 } => "maxSteps must be 1 to 10000.",
                { MaxSeconds: < 1 or > 600 } => "maxSeconds must be 1 to 600.",
                { MaxOutput: < 1 or > 1_000_000 } => "maxOutput must be 1 to 1000000.",
                { MaxTokens: < 1 or > 10_000_000 } => "maxTokens must be 1 to 10000000.",
                { MaxCost: <= 0 or > 1_000_000 } => "maxCost must be more than 0 and at most 1000000.",
                _ => null,
            };
            return fault is null ? (settings, null) : (null, fault);
        }
        catch (JsonException fault)
        {
            return (null, $"The settings cannot be read at {fault.Path}: {fault.Message}");
        }
    }

    /// <summary>The smallest of both.</summary>
    public TurnLimits Within(TurnLimits limits) => limits.Smallest(new()
    {
        MaxSteps = MaxSteps,
        MaxDuration = MaxSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        MaxOutput = MaxOutput,
        MaxTokens = MaxTokens,
        MaxCost = MaxCost,
    });
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FlowSettings))]
internal sealed partial class FlowSettingsContext : JsonSerializerContext;
