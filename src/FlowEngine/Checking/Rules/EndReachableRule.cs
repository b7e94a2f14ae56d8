namespace FlowEngine.Checking.Rules;

/// <summary>From every node an end or a node that waits can be reached.</summary>
internal sealed class EndReachableRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model)
    {
        foreach (var module in model.Modules)
        {
            var before = module.Edges.ToLookup(edge => edge.To, edge => edge.From, StringComparer.Ordinal);
            var stops = module.Nodes.Values
                .Where(node => node.IsEnd || node.Type is null or { Waits: true } || node.Bound?.IsValid != true)
                .Select(node => node.Id);
            var reaching = Reachability.From(stops, id => before[id]);
            foreach (var node in module.Nodes.Values.Where(node => !reaching.Contains(node.Id)))
            {
                yield return Finding.Error(
                    "no_end_reachable",
                    node.Id,
                    node.Source.Pointer,
                    $"{node.Name}: no end and no node that waits can be reached from here.",
                    "Lead the path to an end node.");
            }
        }
    }
}
