using System.Collections.Immutable;

namespace FlowEngine.Conversations;

/// <summary>One node that ran. A struct of references, so that tracing costs the loop no objects.</summary>
/// <param name="Port">The port taken; null where the walk waited, ended, called or failed here.</param>
/// <param name="DurationTicks">In <see cref="TimeSpan"/> ticks.</param>
/// <param name="Sets">What the node wrote.</param>
/// <param name="FailureCode">Set where the node failed, also if an error port or a default took over.</param>
/// <param name="Flow">The flow's name.</param>
public readonly record struct TraceStep(
    string NodeId,
    string Type,
    string? Port,
    long DurationTicks,
    ImmutableArray<Assignment> Sets,
    string? FailureCode,
    string? Cause,
    string Flow);

public enum AssignmentScope
{
    Walk,
    Conversation,
}

/// <summary>A variable and its new value.</summary>
public readonly record struct Assignment(AssignmentScope Scope, string Name, Value Value);
