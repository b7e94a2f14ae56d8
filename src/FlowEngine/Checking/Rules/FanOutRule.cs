namespace FlowEngine.Checking.Rules;

/// <summary>One port leads to one node.</summary>
internal sealed class FanOutRule : ICheckRule
{
    public IEnumerable<Finding> Check(FlowModel model) =>
        from module in model.Modules
        from port in module.Edges.Where(edge => !edge.IsJump).GroupBy(edge => (edge.From, edge.Output))
        where port.Select(edge => edge.To).Distinct(StringComparer.Ordinal).Skip(1).Any()
        let node = module.Nodes[port.Key.From]
        select Finding.Error(
            "several_connections",
            node.Id,
            $"{node.Source.Pointer}/outputs/output_{port.Key.Output}",
            $"{node.Name}: output_{port.Key.Output} is connected to {string.Join(" and ", port.Select(edge => module.Nodes[edge.To].Name))}.",
            "Keep one connection: a port leads to one node.");
}
