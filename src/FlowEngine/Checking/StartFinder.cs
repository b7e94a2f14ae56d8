namespace FlowEngine.Checking;

/// <summary>
/// Finds the node at which a module begins: the stored start, else the only entry point (<see cref="NodeTypes.NodeTypeAttribute.IsEntryPoint"/>) with an
/// outgoing connection, else the only node with one that no connection and no jump reaches. The order in the document does not matter.
/// </summary>
internal static class StartFinder
{
    /// <returns>One id if the start is unique; none or several otherwise.</returns>
    public static IReadOnlyList<string> Candidates(ModuleModel module, string? storedStart)
    {
        if (module.IsHome && !string.IsNullOrEmpty(storedStart))
        {
            return module.Nodes.ContainsKey(storedStart) ? [storedStart] : [];
        }

        var leaving = module.Edges.Where(edge => !edge.IsJump).Select(edge => edge.From).ToHashSet(StringComparer.Ordinal);
        var entryPoints = module.Nodes.Values
            .Where(node => node.Type?.IsEntryPoint == true && leaving.Contains(node.Id))
            .Select(node => node.Id)
            .ToList();
        if (entryPoints.Count == 1)
        {
            return entryPoints;
        }

        var reached = module.Edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        var entries = module.Nodes.Keys.Where(id => leaving.Contains(id) && !reached.Contains(id)).ToList();
        return entries.Count == 0 && entryPoints.Count > 1 ? entryPoints : entries;
    }
}
