using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Chat;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Comparisons.Ignoring;

/// <param name="Field">Path of the difference; <c>*</c> stands for any characters.</param>
/// <param name="Kind">Of the difference; absent: any.</param>
/// <param name="Value">A regular expression that one side of the difference must match; absent: any.</param>
public sealed record IgnoreRuleBody(string Owner, string Reason, DateTimeOffset Expires, string Field, string? Kind = null, string? Value = null);

/// <param name="IsExpired">It covers nothing any more, and the gate fails until it is removed.</param>
public sealed record IgnoreRuleView(
    long Id, string Owner, string Reason, DateTimeOffset Expires, bool IsExpired, string Field, string? Kind, string? Value, DateTimeOffset CreatedAt);

internal static class IgnoreRuleJson
{
    public static IgnoreRuleJsonContext Context { get; } = new(new JsonSerializerOptions(IgnoreRuleJsonContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
    });
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Page<IgnoreRuleView>))]
[JsonSerializable(typeof(IgnoreRuleView))]
internal sealed partial class IgnoreRuleJsonContext : JsonSerializerContext;
