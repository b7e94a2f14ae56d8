using System.Text.Json.Serialization;

namespace FlowEngine.Chat.Turns;

/// <summary>A comparison that a turn asks for, or why there is nothing to run.</summary>
/// <param name="Candidate">The engine that is to run on the same turn; the control's own name where it runs against itself.</param>
/// <param name="Mode"><c>resync</c> or <c>free</c>.</param>
/// <param name="Sample">Percent of the turns that are compared this way.</param>
/// <param name="Result"><see cref="Pending"/> where a worker is to run it; else the end of it.</param>
public sealed record ComparisonRequest(Guid Id, string AnsweredBy, string Candidate, string Mode, double Sample, string Result)
{
    public const string Pending = "pending";
    public const string Skipped = "skipped";
    public const string Abandoned = "abandoned";
    public const string ControlFailed = "control_failed";

    [JsonIgnore]
    public bool IsPending => Result == Pending;

    public string? SkippedReason { get; init; }

    /// <summary>Key of the cause, where the end is known already.</summary>
    public string? Cluster { get; init; }

    /// <summary>JSON of what the candidate is given; null where nothing runs.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public string? Input { get; init; }

    /// <summary>JSON of the control's observation; null where nothing runs.</summary>
    [JsonConverter(typeof(RawJsonConverter))]
    public string? Control { get; init; }

    public double ControlMs { get; init; }

    /// <summary>Null where nothing was streamed.</summary>
    public double? ControlFirstMs { get; init; }
}
