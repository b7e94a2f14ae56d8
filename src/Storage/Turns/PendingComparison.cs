namespace FlowEngine.Storage.Turns;

/// <summary>A comparison that a turn asks for, or why it is not made.</summary>
/// <param name="Candidate">The engine that is to run on the same turn; the control's own name where it runs against itself.</param>
/// <param name="Mode"><c>resync</c> or <c>free</c>.</param>
/// <param name="Sample">Percent of the turns that are compared this way.</param>
/// <param name="SkippedReason">Null where a worker is to run it.</param>
/// <param name="Input">JSON; null where it is skipped.</param>
/// <param name="Control">JSON of the control's observation; null where it is skipped.</param>
public sealed record PendingComparison(
    Guid Id,
    string AnsweredBy,
    string Candidate,
    string Mode,
    double Sample,
    string? SkippedReason,
    string? Input,
    string? Control,
    double ControlMs,
    double? ControlFirstMs)
{
    public const string Pending = "pending";
    public const string Skipped = "skipped";

    public string Result => SkippedReason is null ? Pending : Skipped;
}
