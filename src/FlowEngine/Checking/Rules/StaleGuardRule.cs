using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>What decides whether a cycle is left can change within it.</summary>
internal sealed class StaleGuardRule : IPathRule
{
    public IEnumerable<Finding> Check(FlowAnalysis analysis)
    {
        var nodes = analysis.Nodes.Select(node => node.Index).ToList();
        foreach (var cycle in Components.Cycles(nodes, analysis.Instant.NextEver))
        {
            var members = cycle.ToHashSet();
            List<ProgramNode> round = [.. cycle.Select(index => analysis.Program.Nodes[index])];
            List<(ProgramNode Node, Way Way)> exits =
                [.. round.SelectMany(node => node.Ways.Where(way => !members.Contains(way.Target)).Select(way => (node, way)))];
            if (exits.Count > 0 && round.Any(node => node.AlwaysWaits) && !round.Any(node => node.IsOpaque)
                && exits.All(exit => IsStale(exit.Node, exit.Way, round)))
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

    private static bool IsStale(ProgramNode node, Way way, List<ProgramNode> round) =>
        node.Order == BranchOrder.First
        && node.Branches.Any(branch => branch.Port == way.Port)
        && node.Branches.Where(branch => branch.When is not null).SelectMany(branch => ConditionReads.Of(branch.When!, ""))
            .All(read => !Changes(read.Path, node.Unit, round));

    private static bool Changes(VariablePath path, int unit, List<ProgramNode> round) =>
        path.Root is VariableRoot.Message or VariableRoot.Now or VariableRoot.Session
        || VariableKey.Of(path, unit).Any(key => round.Any(node =>
            (key.IsConversation && node.Callee != ProgramNode.NoCall)
            || node.Writes.Any(write => VariableKey.Of(write.Scope, write.Name, node.Unit) == key)));
}
