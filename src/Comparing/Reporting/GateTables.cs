using FlowEngine.Comparing.Gates;

namespace FlowEngine.Comparing.Reporting;

internal static class GateTables
{
    public static ReportTable Of(GateEvaluation gate) => new(
        gate.Name is null ? "Gate" : $"Gate: {gate.Name}",
        ["criterion", "status", "value", "ceiling", "turns", "conversations", "why", "evidence"],
        [.. gate.Criteria.Select(criterion => (string[])
            [criterion.Name, Words(criterion.Status), criterion.Value is { } value ? FigureText.Number(value, "0.####") : "-", FigureText.Number(criterion.Ceiling, "0.####"),
                FigureText.Count(criterion.Turns), FigureText.Count(criterion.Conversations), criterion.Reason, criterion.Evidence.Count == 0 ? "-" : string.Join(" ", criterion.Evidence)])]);

    public static string Verdict(GateEvaluation gate) => gate.Status switch
    {
        GateStatus.Passed => "The gate is passed.",
        GateStatus.Failed => "The gate fails.",
        GateStatus.NotEnoughData => "There is not enough data for the gate.",
        _ => $"The gate is refused. {string.Join(" ", gate.Errors)}",
    };

    private static string Words(CriterionStatus status) => status switch
    {
        CriterionStatus.Passed => "passed",
        CriterionStatus.Failed => "FAILED",
        _ => FigureText.NotEnough,
    };
}
