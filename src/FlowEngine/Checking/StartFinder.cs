namespace FlowEngine.Checking;

/// <summary>
/// Where a module's walk begins: the stored start, else the only <c>welcome</c> with an outgoing connection, else the only node with one
/// that no connection and no jump reaches. The order of the document means nothing.
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
        var welcomes = module.Nodes.Values
            .Where(node => node.Source.Type == "welcome" && leaving.Contains(node.Id))
            .Select(node => node.Id)
            .ToList();
        if (welcomes.Count == 1)
        {
            return welcomes;
        }

        var reached = module.Edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        var entries = module.Nodes.Keys.Where(id => leaving.Contains(id) && !reached.Contains(id)).ToList();
        return entries.Count == 0 && welcomes.Count > 1 ? welcomes : entries;
    }
}
