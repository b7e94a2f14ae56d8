using FlowEngine.Chat.Refusals;

namespace FlowEngine.Chat.Stages;

/// <summary>Refusals of changes of a stage.</summary>
internal static class StageRefusals
{
    public static Refusal NotReady(IReadOnlyList<ReadyCheck> checks) => new(
        RefusalKind.Conflict, "stage_not_ready", "The tenant is not ready to leave 'off'.",
        string.Join(" ", checks.Where(check => !check.Passed).Select(check => $"{check.Name}: {check.Found} {check.Fix}")),
        [.. checks.Where(check => !check.Passed).Select(check => new FieldError(check.Name, "not_ready", $"{check.Found} {check.Fix}"))]);

    public static Refusal ReasonNeeded(string why) => Refusal.Invalid([new("/reason", "reason_needed", $"{why} Say why in 'reason'.")]);

    public static Refusal Changed() => new(
        RefusalKind.Changed, "stage_changed", "Somebody else changed the stage.",
        "It has another ETag than If-Match says. Read it again, and change what is there now.");
}
