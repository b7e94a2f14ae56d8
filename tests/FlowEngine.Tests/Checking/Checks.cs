using FlowEngine.Checking;
using FlowEngine.Tests.Running;
using FlowEngine.Tests.Running.TestNodes;

namespace FlowEngine.Tests.Checking;

internal static class Checks
{
    public static CheckResult Of(string flow, string? start = null, string[]? allowed = null, string[]? flows = null) =>
        FlowChecker.Check(FlowText.Json(flow), new(TestRegistry.Make(), start, allowed?.ToHashSet(), flows?.ToHashSet()));

    /// <summary>Codes with the nodes they name.</summary>
    public static IEnumerable<string> Found(CheckResult result) =>
        result.Findings.Select(finding => finding.NodeId is { } id ? $"{finding.Code} {id}" : finding.Code);
}
