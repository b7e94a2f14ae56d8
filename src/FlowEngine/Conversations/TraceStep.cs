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
    /// <summary>What is worth knowing of the models that the node asked; null where there is nothing.</summary>
    public ModelNote? Model { get; init; }

    public string? PortName => Port >= 0 ? Node.PortNames[Port] : null;
}

/// <param name="Cut">Why the answer is not whole, one of <see cref="ModelAnswers.AnswerCut"/>; null where it is.</param>
/// <param name="Thinking">What the model thought before it answered, bounded; null where it showed none. Never for the user.</param>
public sealed record ModelNote(string? Cut, string? Thinking)
{
    /// <returns>Null where the reply leaves nothing to note.</returns>
    public static ModelNote? From(ModelReply reply, ModelNote? earlier = null)
    {
        var thinking = earlier?.Thinking is null ? reply.Thinking
            : reply.Thinking is null ? earlier.Thinking
            : $"{earlier.Thinking}\n{reply.Thinking}";
        return reply.Usage.Cut is null && thinking is null ? null : new(reply.Usage.Cut, thinking);
    }
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
