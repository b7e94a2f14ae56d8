namespace FlowEngine.Checking.Rules;

/// <summary>Every node can be reached from its module's start.</summary>
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
            var reached = Reachability.From([start], id => next[id]);
            foreach (var node in module.Nodes.Values.Where(node => !reached.Contains(node.Id)))
            {
                yield return Finding.Error(
                    "unreachable_node",
                    node.Id,
                    node.Source.Pointer,
                    $"{node.Name} cannot be reached from {module.Nodes[start].Name}.",
                    "Connect it, or remove it.");
            }
        }
    }
}
