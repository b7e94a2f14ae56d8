using System.Collections.Immutable;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.ControlFlow;

internal enum EdgeKind
{
    Normal,
    Timeout,

    /// <summary>To the port <c>error</c>.</summary>
    Error,

    /// <summary>To the first port although the node failed (<c>on_error: continue</c>).</summary>
    ContinueOnError,
}

/// <param name="Port">Index into the node's ports; -1 for a jump.</param>
/// <param name="Target">Index of the node that follows.</param>
internal readonly record struct ControlFlowEdge(EdgeKind Kind, int Port, int Target);

/// <summary>A node with everything that the analyses need of it, resolved once.</summary>
internal sealed record ControlFlowNode
{
    /// <summary>In <see cref="Callee"/>: calls nothing.</summary>
    public const int NoCall = -1;

    /// <summary>In <see cref="Callee"/>: calls a flow that is not known.</summary>
    public const int UnknownCall = -2;

    public required int Index { get; init; }

    public required int Procedure { get; init; }

    public required NodeModel Model { get; init; }

    public required ImmutableArray<ControlFlowEdge> Edges { get; init; }

    public IReadOnlyList<VariableWrite> Writes { get; init; } = [];

    public IReadOnlyList<VariableRead> Reads { get; init; } = [];

    public IReadOnlyList<Branch> Branches { get; init; } = [];

    public BranchOrder Order { get; init; }

    public Saying Says { get; init; }

    public bool MayWait { get; init; }

    public bool AlwaysWaits { get; init; }

    /// <summary>Index of the procedure that it calls.</summary>
    public int Callee { get; init; } = NoCall;

    /// <summary>Its type or configuration cannot be read, so it may do anything.</summary>
    public bool IsOpaque { get; init; }

    public object? Configuration => Model.Bound?.Value;

    public IWaitingConfiguration? Waiting => Configuration as IWaitingConfiguration;

    public ISubFlowConfiguration? Call => Configuration as ISubFlowConfiguration;

    public bool IsEnd => Model.IsEnd;

    public bool ForgetsConversation => Configuration is IEndingConfiguration { ResetsConversation: true };

    public string PortName(ControlFlowEdge edge) => edge.Port >= 0 ? Model.Ports[edge.Port].Name : "";

    /// <summary>The write happens on this edge.</summary>
    public bool Applies(VariableWrite write, ControlFlowEdge edge) => write.Ports is { } ports
        ? ports.Contains(PortName(edge))
        : edge.Kind == EdgeKind.Normal;
}
