using FlowEngine.Compiling;
using FlowEngine.Conversations;

namespace FlowEngine.Testing.Tracing;

/// <summary>One step of a turn with the variables around it.</summary>
/// <param name="Depth">1 in the outermost flow.</param>
/// <param name="Taken">The ports by which the walk went on; that of a caller too, where its flow came to an end or failed.</param>
/// <param name="After">In the step's own flow, before the walk went on into another.</param>
public sealed record FoldedStep(
    int Depth,
    string Flow,
    string Module,
    Step Step,
    TraceStep Traced,
    IReadOnlyList<TakenPort> Taken,
    FoldedVariables Before,
    FoldedVariables After);

/// <param name="Walk">Of the innermost flow.</param>
public sealed record FoldedVariables(IReadOnlyDictionary<string, Value> Conversation, IReadOnlyDictionary<string, Value> Walk);

/// <param name="Port"><see cref="Jump"/> for a jump.</param>
public readonly record struct TakenPort(string Flow, string Module, string NodeId, string Port)
{
    public const string Jump = "jump";
}
