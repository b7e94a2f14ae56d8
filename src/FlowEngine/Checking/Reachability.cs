namespace FlowEngine.Checking;

internal static class Reachability
{
    /// <summary>Everything that can be reached from the nodes, themselves included; linear in nodes and edges.</summary>
    public static HashSet<string> From(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(from, StringComparer.Ordinal);
        var waiting = new Stack<string>(reached);
        while (waiting.TryPop(out var id))
        {
            foreach (var other in next(id))
            {
                if (reached.Add(other))
                {
                    waiting.Push(other);
                }
            }
        }

        return reached;
    }
}
