using System.Collections.Immutable;

namespace FlowEngine.Conversations;

/// <summary>
/// One node that ran. A small struct over references that live as long as the flow, so that tracing costs the loop no objects.
/// </summary>
/// <param name="Port">Index into the node's ports of the one taken; -1 where the walk waited, ended, called or failed here.</param>
/// <param name="DurationTicks">In <see cref="TimeSpan"/> ticks, at most <see cref="int.MaxValue"/>.</param>
/// <param name="Sets">What the node wrote; default if nothing.</param>
/// <param name="Fault">Set where the node failed, also if an error port or a default took over.</param>
public readonly record struct TraceStep(
    TracedNode Node,
    int Port,
    int DurationTicks,
    ImmutableArray<Assignment> Sets,
    TurnFailure? Fault)
{
    public string? PortName => Port >= 0 ? Node.PortNames[Port] : null;
}

/// <summary>What a trace says of a node; made once, when the flow is compiled.</summary>
public sealed record TracedNode(string NodeId, string Type, string Flow, IReadOnlyList<string> PortNames);

public enum AssignmentScope
{
    Walk,
    Conversation,
}

/// <summary>A variable and its new value.</summary>
public readonly record struct Assignment(AssignmentScope Scope, string Name, Value Value)
{
    /// <summary>The value tells who the user is: it was asked for as such, or made of what was. The variable keeps the mark.</summary>
    public bool IsPersonal { get; init; }
}
