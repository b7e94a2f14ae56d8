namespace FlowEngine.Api.FlowTests;

/// <summary>What running the tests of a flow came to.</summary>
/// <param name="Passed">Every test came as expected.</param>
/// <param name="Coverage">Null where the flow has errors, so that nothing ran.</param>
public sealed record FlowTestRunView(
    string Flow, bool Passed, int Total, int Failed, IReadOnlyList<FlowTestView> Tests, FlowCoverageView? Coverage);

/// <param name="Id">Under which it is stored, or its file.</param>
/// <param name="Faults">What is wrong in the script, which then did not run.</param>
public sealed record FlowTestView(
    string Id,
    string Name,
    bool Passed,
    int Turns,
    double DurationMs,
    IReadOnlyList<FlowTestFailureView> Failures,
    IReadOnlyList<FlowTestFaultView> Faults);

/// <param name="Turn">From 1.</param>
/// <param name="Message">The user's message; null where time passed.</param>
/// <param name="Line">Of the script, from 1.</param>
/// <param name="Pointer">JSON pointer into the script.</param>
/// <param name="What">What was looked at.</param>
public sealed record FlowTestFailureView(
    int Turn, string? Message, int Line, string Pointer, string What, string Expected, string Actual);

/// <param name="Line">From 1.</param>
/// <param name="Pointer">JSON pointer into the script.</param>
public sealed record FlowTestFaultView(int Line, string Pointer, string Message, string Fix);

/// <param name="OptionalPorts">Ports that need not be connected; those of time-outs apart.</param>
/// <param name="Percent">Of all nodes and ports, each counted once.</param>
public sealed record FlowCoverageView(
    decimal Percent,
    CoverageCountView Nodes,
    CoverageCountView Edges,
    CoverageCountView OptionalPorts,
    CoverageCountView Timeouts,
    IReadOnlyList<UncoveredView> Uncovered);

public sealed record CoverageCountView(int Covered, int Total);

/// <param name="Port">Null for the node itself.</param>
/// <param name="Name">By labels.</param>
public sealed record UncoveredView(string Module, string NodeId, string? Port, string Name);
