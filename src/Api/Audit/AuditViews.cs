using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Http;
using FlowEngine.Api.OpenApi;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Audit;

/// <param name="Actor">Who did it: <c>key:ID</c>, or a part of the program.</param>
/// <param name="ActorName">Of the tenant's key; null of an operator's key or of the program.</param>
/// <param name="Action">What was done to which kind of thing: <c>flow.publish</c>.</param>
/// <param name="Subject">The thing's name.</param>
/// <param name="Status"><c>success</c> or <c>failure</c> of what people do in a chat.</param>
/// <param name="Code">Why it failed.</param>
/// <param name="Details">What there was before and is after; depends on the action.</param>
public sealed record AuditEntryView(
    long Id, DateTimeOffset At, string Actor, string? ActorName, string Action, string Subject, [property: AnyObject] JsonElement? Details,
    [property: AllowedValues("success", "failure")] string? Status, string? Code, int? DurationMs);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Page<AuditEntryView>))]
internal sealed partial class AuditJsonContext : JsonSerializerContext;
