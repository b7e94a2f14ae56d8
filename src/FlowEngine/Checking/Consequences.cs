using FlowEngine.Drawflow;

namespace FlowEngine.Checking;

/// <summary>
/// Findings that follow from a one-ended connection: nodes that cannot be reached, ports that lead nowhere. They are the findings that are gone as
/// soon as the connection counts. They are left out while their cause stands, and the cause says how many there are.
/// </summary>
internal static class Consequences
{
    private static readonly string s_cause = DocumentProblemCode.OneEndedConnection.ToText();

    /// <param name="problems">Of the document, the causes among them.</param>
    /// <param name="found">By the rules, in the flow as it is.</param>
    /// <param name="foundIfFixed">By the rules, if every one-ended connection counted.</param>
    public static List<Finding> LeaveOut(IReadOnlyList<Finding> problems, IReadOnlyList<Finding> found, IEnumerable<Finding> foundIfFixed)
    {
        var staying = foundIfFixed.Select(KeyOf).ToHashSet();
        var following = found.Where(finding => !staying.Contains(KeyOf(finding))).ToList();
        var cause = problems.FirstOrDefault(problem => problem.Code == s_cause);
        return cause is null || following.Count == 0
            ? [.. problems, .. found]
            : [.. problems.Select(problem => ReferenceEquals(problem, cause) ? Cause(problem, following) : problem), .. found.Where(finding => staying.Contains(KeyOf(finding)))];
    }

    /// <summary>As severe as what follows from it, which it stands for.</summary>
    private static Finding Cause(Finding problem, List<Finding> following) => problem with
    {
        Severity = following.Min(finding => finding.Severity),
        Message = $"{problem.Message} {Count(following.Count)} not listed because of it.",
        Consequences = following.Count,
    };

    private static string Count(int count) => count == 1 ? "1 finding is" : $"{count} findings are";

    private static (string, string?, string) KeyOf(Finding finding) => (finding.Code, finding.NodeId, finding.Pointer);
}
