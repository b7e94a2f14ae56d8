using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>What a turn did, read from its trace.</summary>
internal static class Walked
{
    public static IEnumerable<string> Nodes(TurnOutcome outcome) => outcome.Trace.Select(step => step.Node.NodeId);

    /// <summary>The last value that a node gave to the variable in this turn.</summary>
    public static Value Value(TurnOutcome outcome, string name) =>
        outcome.Trace.SelectMany(step => step.Sets.IsDefault ? [] : step.Sets.ToArray()).Last(set => set.Name == name).Value;
}
