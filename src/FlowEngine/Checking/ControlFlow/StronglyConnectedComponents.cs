namespace FlowEngine.Checking.ControlFlow;

/// <summary>Tarjan's algorithm without recursion; linear in nodes and edges.</summary>
internal static class StronglyConnectedComponents
{
    /// <summary>The components that contain a cycle: several nodes, or one with an edge to itself.</summary>
    public static List<IReadOnlyList<int>> Cycles(IEnumerable<int> nodes, Func<int, IEnumerable<int>> next)
    {
        var search = new Search(next);
        foreach (var node in nodes)
        {
            search.From(node);
        }

        return search.Found;
    }

    private sealed class Search(Func<int, IEnumerable<int>> next)
    {
        private readonly Dictionary<int, int> _order = [];
        private readonly Dictionary<int, int> _low = [];
        private readonly HashSet<int> _open = [];
        private readonly Stack<int> _path = new();

        public List<IReadOnlyList<int>> Found { get; } = [];

        public void From(int root)
        {
            if (_order.ContainsKey(root))
            {
                return;
            }

            var calls = new Stack<(int Node, IEnumerator<int> Next)>();
            calls.Push(Enter(root));
            while (calls.TryPeek(out var call))
            {
                if (!call.Next.MoveNext())
                {
                    calls.Pop();
                    Leave(call.Node);
                    if (calls.TryPeek(out var caller))
                    {
                        _low[caller.Node] = Math.Min(_low[caller.Node], _low[call.Node]);
                    }
                }
                else if (!_order.TryGetValue(call.Next.Current, out var order))
                {
                    calls.Push(Enter(call.Next.Current));
                }
                else if (_open.Contains(call.Next.Current))
                {
                    _low[call.Node] = Math.Min(_low[call.Node], order);
                }
            }
        }

        private (int, IEnumerator<int>) Enter(int node)
        {
            _order[node] = _low[node] = _order.Count;
            _open.Add(node);
            _path.Push(node);
            return (node, next(node).GetEnumerator());
        }

        private void Leave(int node)
        {
            if (_low[node] != _order[node])
            {
                return;
            }

            var members = new List<int>();
            do
            {
                members.Add(_path.Pop());
                _open.Remove(members[^1]);
            }
            while (members[^1] != node);

            if (members.Count > 1 || next(node).Contains(node))
            {
                members.Reverse();
                Found.Add(members);
            }
        }
    }
}
