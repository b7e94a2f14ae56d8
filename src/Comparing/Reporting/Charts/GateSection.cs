using FlowEngine.Comparing.Gates;

namespace FlowEngine.Comparing.Reporting.Charts;

internal static class GateSection
{
    public static void Draw(Markup page, GateEvaluation gate)
    {
        page.Element("h2", gate.Name is null ? "The gate" : $"The gate: {gate.Name}");
        page.Open("div", ("class", $"card verdict {Style(gate.Status)}")).Element("p", GateText.Verdict(gate), ("class", "lead"));
        page.Element("p", GateText.Sample(gate), ("class", "soft"));
        foreach (var criterion in gate.Criteria)
        {
            page.Open("p").Open("span", ("class", $"mark {Style(criterion.Status)}")).Text(Mark(criterion.Status)).Close("span")
                .Element("b", criterion.Title).Text($" {criterion.Reason} ").Element("code", criterion.Name).Close("p");
        }

        TableSection.Folded(page, GateTables.Of(gate));
        page.Close("div");
    }

    private static string Mark(CriterionStatus status) => status switch
    {
        CriterionStatus.Passed => "\u2713 passed ",
        CriterionStatus.Failed => "\u2717 failed ",
        _ => "? not enough data ",
    };

    private static string Style(CriterionStatus status) => status switch
    {
        CriterionStatus.Passed => "passed",
        CriterionStatus.Failed => "failed",
        _ => "unsure",
    };

    private static string Style(GateStatus status) => status switch
    {
        GateStatus.Passed => "passed",
        GateStatus.Failed or GateStatus.Refused => "failed",
        _ => "unsure",
    };
}
