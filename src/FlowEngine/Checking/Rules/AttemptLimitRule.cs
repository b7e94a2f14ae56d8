using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Rules;

/// <summary>Reports questions whose port <c>gave_up</c> leads only back to the same question.</summary>
internal sealed class AttemptLimitRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from module in model.Modules
        from node in module.Nodes.Values
        where node.Type?.Waits == true
        let port = node.Ports.FirstOrDefault(port => port.Name == NodePort.GaveUp)
        where port is not null && LeadsBack(module, node, port.Output)
        select Finding.Warning(
            "no_attempt_limit",
            node.Id,
            $"{node.Source.Pointer}/outputs/output_{port.Output}",
            $"{node.Name}: its port '{NodePort.GaveUp}' leads back to the same question and nowhere else, so the attempts have no limit.",
            "Connect it to what should follow if the user gives no valid answer.");

    /// <summary>Follows the port through nodes that can go on one way only and ask nothing themselves.</summary>
    private static bool LeadsBack(ModuleModel module, NodeModel node, int output)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = module.From(node.Id).FirstOrDefault(edge => edge.Output == output)?.To;
        while (at is not null && at != node.Id && seen.Add(at))
        {
            var edges = module.From(at).Take(2).ToList();
            at = edges.Count == 1 && module.Nodes[at] is { Type.Waits: false, Ports.Count: <= 1 } ? edges[0].To : null;
        }

        return at == node.Id;
    }
}
