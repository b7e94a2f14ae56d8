using FlowEngine.Comparing.Gates;

namespace FlowEngine.Comparing.Reporting;

internal static class GateTables
{
    public static ReportTable Of(GateEvaluation gate) => new(
        gate.Name is null ? "Gate" : $"Gate: {gate.Name}",
        ["criterion", "status", "value", "ceiling", "turns", "conversations", "evidence"],
        [.. gate.Criteria.Select(criterion => (string[])
            [criterion.Name, GateText.Words(criterion.Status), criterion.Value is { } value ? CriterionTexts.Value(criterion.Name, value) : "-",
                CriterionTexts.Value(criterion.Name, criterion.Ceiling),
                FigureText.Count(criterion.Turns), FigureText.Count(criterion.Conversations), criterion.Evidence.Count == 0 ? "-" : string.Join(" ", criterion.Evidence)])]);
}
