namespace FlowEngine.Checking.Rules;

/// <summary>
/// Every node can be reached from its module's start. Nodes behind one that cannot be reached follow from it: they are counted, not listed.
/// </summary>
internal sealed class ReachableRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        foreach (var module in model.Modules)
        {
            if (StartFinder.Candidates(module, model.Context.StartNodeId) is not [var start])
            {
                continue;
            }

            var next = module.Edges.ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
            var seen = Reachability.From([start], id => next[id]);
            var ledTo = module.Edges.Where(edge => !seen.Contains(edge.From) && edge.From != edge.To).Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);

            // Nodes that nothing leads to come first; what is left then is behind a cycle, of which any node will do.
            foreach (var node in module.Nodes.Values.Where(node => !seen.Contains(node.Id)).OrderBy(node => ledTo.Contains(node.Id)).ToList())
            {
                if (seen.Contains(node.Id))
                {
                    continue;
                }

                var before = seen.Count;
                Reachability.Extend(seen, node.Id, id => next[id]);
                yield return Report(node, module.Nodes[start], behind: seen.Count - before - 1);
            }
        }
    }

    private static Finding Report(NodeModel node, NodeModel start, int behind) => Finding.Error(
        "unreachable_node",
        node.Id,
        node.Source.Pointer,
        $"{node.Name} cannot be reached from {start.Name}{(behind == 0 ? "" : behind == 1 ? ", and neither can the node behind it" : $", and neither can {behind} nodes behind it")}.",
        "Connect it, or remove it.")
        with
    { Consequences = behind };
}
