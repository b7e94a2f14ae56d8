using FlowEngine.Checking.ControlFlow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>
/// From every node an end or a node that waits can be reached. The nodes that lead into a cycle without one follow from the cycle: they are counted,
/// not listed. A path that is not finished, at a port or jump that leads nowhere, is reported by the rules for those.
/// </summary>
internal sealed class EndReachableRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) => model.Modules.SelectMany(Check);

    private static IEnumerable<Finding> Check(ModuleModel module)
    {
        var before = module.Edges.ToLookup(edge => edge.To, edge => edge.From, StringComparer.Ordinal);
        var seen = Reachability.From(module.Nodes.Values.Where(Stops).Select(node => node.Id), id => before[id]);
        foreach (var node in Unseen().Where(node => IsUnfinished(module, node)))
        {
            Reachability.Extend(seen, node.Id, id => before[id]);
        }

        var stuck = Unseen();
        foreach (var node in DeadEnds(module, stuck))
        {
            var known = seen.Count;
            Reachability.Extend(seen, node.Id, id => before[id]);
            var leading = seen.Count - known - 1;
            yield return Finding.Error(
                "no_end_reachable",
                node.Id,
                node.Source.Pointer,
                $"{node.Name}: no end and no node that waits can be reached from here{(leading == 0 ? "" : leading == 1 ? ", nor from the node that leads here" : $", nor from {leading} nodes that lead here")}.",
                "Connect the path to an end node.")
                with
            { Consequences = leading };
        }

        List<NodeModel> Unseen() => [.. module.Nodes.Values.Where(node => !seen.Contains(node.Id))];
    }

    private static bool Stops(NodeModel node) => node.IsEnd || node.Type is null or { Waits: true } || node.Bound?.IsValid != true;

    private static bool IsUnfinished(ModuleModel module, NodeModel node)
    {
        if (node.Bound!.Value is IJumpConfiguration jump)
        {
            return !module.Nodes.ContainsKey(jump.Target);
        }

        var connected = module.From(node.Id).Select(edge => edge.Output).ToHashSet();
        return node.Ports.Any(port => !port.Optional && !connected.Contains(port.Output));
    }

    /// <summary>One node of each cycle that nothing leads out of, and nodes without any way on.</summary>
    private static IEnumerable<NodeModel> DeadEnds(ModuleModel module, List<NodeModel> stuck)
    {
        var index = stuck.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        var next = stuck.ConvertAll(node => module.From(node.Id).Select(edge => index[edge.To]).ToArray());
        var cycles = StronglyConnectedComponents.Cycles(Enumerable.Range(0, stuck.Count), node => next[node])
            .Select(cycle => cycle.ToHashSet())
            .Where(cycle => cycle.All(node => next[node].All(cycle.Contains)))
            .Select(cycle => cycle.Min());
        return Enumerable.Range(0, stuck.Count).Where(node => next[node].Length == 0).Concat(cycles).Select(node => stuck[node]);
    }
}
