namespace FlowEngine.Testing.Covering;

/// <summary>What the tests of a flow came by.</summary>
/// <param name="OptionalPorts">Connected or not; those of time-outs apart.</param>
/// <param name="Uncovered">In the order of the flow.</param>
public sealed record CoverageReport(
    CoverageCount Nodes, CoverageCount Edges, CoverageCount OptionalPorts, CoverageCount Timeouts, IReadOnlyList<CoveragePoint> Uncovered)
{
    /// <summary>Of all nodes and ports, each counted once: 0 to 100, rounded down to a tenth.</summary>
    public required decimal Percent { get; init; }
}

public sealed record CoverageCount(int Covered, int Total);
