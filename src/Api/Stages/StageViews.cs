using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Http;
using FlowEngine.Api.OpenApi;
using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Stages;

/// <summary>The stage of a tenant.</summary>
/// <param name="Percentage">0 to 100: share of the sessions that are at the stage, the others being at the one before.</param>
/// <param name="Sample">0 to 100: share of the sessions whose turns are compared.</param>
/// <param name="Source"><c>row</c>: set by this API or the command line; <c>flag</c>: by configuration; <c>default</c>: by nobody.</param>
/// <param name="Etag">For <c>If-Match</c>.</param>
/// <param name="History">The newest 20 changes, newest first; absent in lists.</param>
public sealed record StageView(
    string Tenant,
    [property: AllowedValues("off", "shadow", "live", "rampdown", "complete")] string Stage,
    int Percentage,
    int Sample,
    [property: AllowedValues("row", "flag", "default")] string Source,
    string? Reason,
    string? ChangedBy,
    DateTimeOffset? UpdatedAt,
    string Etag,
    IReadOnlyList<StageChangeView>? History);

/// <param name="Details">Before, after, the reason and what the gate said.</param>
public sealed record StageChangeView(DateTimeOffset At, string By, [property: AnyObject] JsonElement? Details);

/// <param name="Ready">All checks passed.</param>
public sealed record StageReadyView(string Tenant, bool Ready, IReadOnlyList<ReadyCheck> Checks);

/// <summary>What a PUT takes.</summary>
/// <param name="Percentage">0 to 100; 100 where it is left out.</param>
/// <param name="Sample">0 to 100; as it is where it is left out.</param>
/// <param name="Reason">Needed for a jump, and where the gate does not pass.</param>
public sealed record StageBody(
    [property: AllowedValues("off", "shadow", "live", "rampdown", "complete")] string Stage,
    [property: Whole(0, StageSetting.All, Code = "out_of_range")] int? Percentage = null,
    [property: Whole(0, StageSetting.All, Code = "out_of_range")] int? Sample = null,
    [property: Text] string? Reason = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StageView))]
[JsonSerializable(typeof(Page<StageView>))]
[JsonSerializable(typeof(StageReadyView))]
[JsonSerializable(typeof(StageBody))]
internal sealed partial class StageJsonContext : JsonSerializerContext;
