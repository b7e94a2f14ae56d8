using FlowEngine.Checking;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Flows;

internal static class Findings
{
    /// <summary>Errors first; within a severity in the order in which the rules found them.</summary>
    public static IReadOnlyList<FindingView> View(CheckResult check) => [.. check.Findings
        .OrderBy(finding => finding.Severity)
        .Select(finding => new FindingView(
            finding.Code,
            EnumNames.For(finding.Severity),
            finding.NodeId,
            finding.Pointer,
            finding.Message,
            finding.Fix,
            finding.CounterExample,
            finding.Edits.Count > 0 ? finding.Edits : null))];
}
