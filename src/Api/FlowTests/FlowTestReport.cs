using FlowEngine.Testing;
using FlowEngine.Testing.Covering;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Api.FlowTests;

/// <summary>Results as reports show them.</summary>
internal static class FlowTestReport
{
    public static FlowTestRunView View(string flow, IReadOnlyList<FlowTestView> tests, CoverageReport? coverage)
    {
        var failed = tests.Count(test => !test.Passed);
        return new(flow, failed == 0, tests.Count, failed, tests, coverage is null ? null : View(coverage));
    }

    public static FlowTestView View(FlowTestSource source, FlowTestResult result) => new(
        source.Id,
        result.Test.Name,
        result.Passed,
        result.Turns.Count,
        Math.Round(result.Duration.TotalMilliseconds, 1),
        [.. result.Failures.Select(failure => new FlowTestFailureView(
            failure.Turn,
            result.Test.Turns[failure.Turn - 1] is var turn ? turn.Say ?? turn.Choose : null,
            FlowTestReader.LineOf(source.Text, failure.Pointer),
            failure.Pointer,
            failure.What,
            failure.Expected,
            failure.Actual))],
        []);

    public static FlowTestView Unread(FlowTestSource source) => new(
        source.Id, source.Id, false, 0, 0, [], [.. source.Reading.Faults.Select(fault => new FlowTestFaultView(fault.Line, fault.Pointer, fault.Message, fault.Fix))]);

    private static FlowCoverageView View(CoverageReport coverage) => new(
        coverage.Percent,
        View(coverage.Nodes),
        View(coverage.Edges),
        View(coverage.OptionalPorts),
        View(coverage.Timeouts),
        [.. coverage.Uncovered.Select(point => new UncoveredView(point.Module, point.NodeId, point.Port, point.Name))]);

    private static CoverageCountView View(CoverageCount count) => new(count.Covered, count.Total);
}
