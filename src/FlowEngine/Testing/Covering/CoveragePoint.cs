namespace FlowEngine.Testing.Covering;

/// <summary>Something of a flow that a test may come by: a node, or one of its ports.</summary>
/// <param name="Port">Null for the node itself.</param>
/// <param name="IsEdge">The port leads somewhere.</param>
/// <param name="IsOptional">The port need not be connected.</param>
/// <param name="Name">For people: labels, and where the port leads.</param>
public sealed record CoveragePoint(
    string Module, string NodeId, string? Port, bool IsEdge, bool IsOptional, bool IsTimeout, string Name);
