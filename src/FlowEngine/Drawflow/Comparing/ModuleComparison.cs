namespace FlowEngine.Drawflow.Comparing;

/// <summary>One module as it was and as it is; null on the side where there is none.</summary>
internal static class ModuleComparison
{
    public static IEnumerable<FlowChange> Compare(string name, DrawflowModule? before, DrawflowModule? after)
    {
        if (before is null || after is null)
        {
            yield return new(before is null ? FlowChangeKind.ModuleAdded : FlowChangeKind.ModuleRemoved) { Module = name };
        }

        var (old, now) = (Nodes(before), Nodes(after));
        foreach (var node in old.Where(node => after?.Find(node.Id) is null))
        {
            yield return NodeComparison.Removed(name, node);
        }

        foreach (var node in now)
        {
            var changes = before?.Find(node.Id) is { } same ? NodeComparison.Compare(name, same, node) : [NodeComparison.Added(name, node)];
            foreach (var change in changes)
            {
                yield return change;
            }
        }

        foreach (var change in Edges(name, before, after))
        {
            yield return change;
        }
    }

    private static IEnumerable<FlowChange> Edges(string name, DrawflowModule? before, DrawflowModule? after)
    {
        var (old, now) = (Edges(before), Edges(after));
        return old.Except(now).Select(edge => Edge(FlowChangeKind.EdgeRemoved, name, edge))
            .Concat(now.Except(old).Select(edge => Edge(FlowChangeKind.EdgeAdded, name, edge)));
    }

    private static FlowChange Edge(FlowChangeKind kind, string module, EdgeKey edge) =>
        new(kind) { Module = module, Edge = new(edge.SourceId, edge.OutputPort, edge.TargetId, edge.InputPort) };

    private static IEnumerable<EdgeKey> Edges(DrawflowModule? module) => module?.ConfirmedEdges.Select(EdgeKey.Of) ?? [];

    private static IEnumerable<DrawflowNode> Nodes(DrawflowModule? module) =>
        module?.Nodes.DistinctBy(node => node.Id, StringComparer.Ordinal) ?? [];
}
