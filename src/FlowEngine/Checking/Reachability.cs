namespace FlowEngine.Checking;

internal static class Reachability
{
    /// <summary>Everything that can be reached from the nodes, themselves included; linear in nodes and edges.</summary>
    public static HashSet<string> From(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in from)
        {
            Extend(reached, id, next);
        }

        return reached;
    }

    /// <summary>Adds everything that can be reached from the node over nodes that are not there yet.</summary>
    public static void Extend(HashSet<string> reached, string from, Func<string, IEnumerable<string>> next)
    {
        var waiting = new Stack<string>();
        if (reached.Add(from))
        {
            waiting.Push(from);
        }

        while (waiting.TryPop(out var id))
        {
            foreach (var other in next(id).Where(reached.Add))
            {
                waiting.Push(other);
            }
        }
    }
}
