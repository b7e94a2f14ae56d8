using System.Collections.Immutable;
using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Common;

internal static class WalkSets
{
    public static ImmutableArray<Assignment> Of(params ReadOnlySpan<(string Name, Value Value)> variables)
    {
        var sets = ImmutableArray.CreateBuilder<Assignment>(variables.Length);
        foreach (var (name, value) in variables)
        {
            sets.Add(new(AssignmentScope.Walk, name, value));
        }

        return sets.MoveToImmutable();
    }
}
