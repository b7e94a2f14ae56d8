using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Reports cycles that wait for the user, and whose exits test only what nothing in the cycle changes.</summary>
internal sealed class StaleGuardRule : IPathRule
{
    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        var nodes = analysis.Nodes.Select(node => node.Index).ToList();
        foreach (var cycle in StronglyConnectedComponents.Cycles(nodes, analysis.SameTurn.NextEver))
        {
            var members = cycle.ToHashSet();
            List<ControlFlowNode> round = [.. cycle.Select(index => analysis.Graph.Nodes[index])];
            List<(ControlFlowNode Node, ControlFlowEdge Edge)> exits =
                [.. round.SelectMany(node => node.Edges.Where(edge => !members.Contains(edge.Target)).Select(edge => (node, edge)))];
            if (exits.Count > 0 && round.Any(node => node.AlwaysWaits) && !round.Any(node => node.IsOpaque)
                && exits.All(exit => IsStale(exit.Node, exit.Edge, round)))
            {
                var guard = exits[0].Node.Model;
                yield return Finding.Warning(
                    "guard_never_changes",
                    guard.Id,
                    guard.Source.Pointer,
                    $"{guard.Name} decides whether the walk leaves a cycle, but nothing in the cycle changes what it tests: a walk that enters the cycle never leaves it.",
                    "Test something that changes on the way, such as the answer just given or a counter.");
            }
        }
    }

    private static bool IsStale(ControlFlowNode node, ControlFlowEdge edge, List<ControlFlowNode> round) =>
        node.Order == BranchOrder.First
        && node.Branches.Any(branch => branch.Port == edge.Port)
        && node.Branches.Where(branch => branch.When is not null).SelectMany(branch => ConditionReads.Of(branch.When!, ""))
            .All(read => !Changes(read.Path, node.Procedure, round));

    private static bool Changes(VariablePath path, int procedure, List<ControlFlowNode> round) =>
        path.Root is VariableRoot.Message or VariableRoot.Now or VariableRoot.Session
        || VariableKey.For(path, procedure).Any(key => round.Any(node =>
            (key.IsConversation && node.Callee != ControlFlowNode.NoCall)
            || node.Writes.Any(write => VariableKey.For(write.Scope, write.Name, node.Procedure) == key)));
}
