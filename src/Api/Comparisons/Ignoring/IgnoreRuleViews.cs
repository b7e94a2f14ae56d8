using System.Text.Json.Serialization;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Comparisons.Ignoring;

/// <param name="Field">Path of the difference; <c>*</c> stands for any characters.</param>
/// <param name="Kind">Of the difference; absent: any.</param>
/// <param name="Value">A regular expression that one side of the difference must match; absent: any.</param>
public sealed record IgnoreRuleBody(
    [property: Text(200, Missing = "owner_missing")] string Owner,
    [property: Text(500, Missing = "reason_missing")] string Reason,
    DateTimeOffset Expires,
    [property: Text(200)] string Field,
    [property: Text(64)] string? Kind = null,
    [property: Text(200)] string? Value = null);

/// <param name="IsExpired">It covers nothing any more, and the gate fails until it is removed.</param>
public sealed record IgnoreRuleView(
    long Id, string Owner, string Reason, DateTimeOffset Expires, bool IsExpired, string Field, string? Kind, string? Value, DateTimeOffset CreatedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Page<IgnoreRuleView>))]
[JsonSerializable(typeof(IgnoreRuleView))]
[JsonSerializable(typeof(IgnoreRuleBody))]
internal sealed partial class IgnoreRuleJsonContext : JsonSerializerContext;
