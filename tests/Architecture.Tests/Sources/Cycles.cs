namespace FlowEngine.Architecture.Tests.Sources;

/// <summary>Tarjan's strongly connected components, of which those of several members are knots.</summary>
internal sealed class Cycles<T>(Func<T, IEnumerable<T>> edges)
    where T : notnull
{
    private readonly Dictionary<T, int> _index = [];
    private readonly Dictionary<T, int> _low = [];
    private readonly HashSet<T> _open = [];
    private readonly Stack<T> _stack = [];
    private readonly List<IReadOnlyList<T>> _knots = [];

    public static IReadOnlyList<IReadOnlyList<T>> Among(IEnumerable<T> members, Func<T, IEnumerable<T>> edges)
    {
        var search = new Cycles<T>(edges);
        foreach (var member in members)
        {
            if (!search._index.ContainsKey(member))
            {
                search.Visit(member);
            }
        }

        return search._knots;
    }

    /// <summary>A shortest way from the first member of a knot back to itself.</summary>
    public static IReadOnlyList<T> ShortestWithin(IReadOnlyList<T> knot, Func<T, IEnumerable<T>> edges)
    {
        var start = knot[0];
        var inside = knot.ToHashSet();
        var cameFrom = new Dictionary<T, T>();
        var queue = new Queue<T>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var next in edges(at).Where(inside.Contains))
            {
                if (next.Equals(start))
                {
                    return Unwind(start, at, cameFrom);
                }

                if (cameFrom.TryAdd(next, at))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return knot;
    }

    private static List<T> Unwind(T start, T last, Dictionary<T, T> cameFrom)
    {
        var way = new List<T> { start };
        for (var at = last; !at.Equals(start); at = cameFrom[at])
        {
            way.Insert(0, at);
        }

        way.Insert(0, start);
        return way;
    }

    private void Visit(T member)
    {
        _index[member] = _low[member] = _index.Count;
        _stack.Push(member);
        _open.Add(member);
        foreach (var next in edges(member))
        {
            if (_index.TryGetValue(next, out var seenAt))
            {
                _low[member] = Math.Min(_low[member], _open.Contains(next) ? seenAt : int.MaxValue);
                continue;
            }

            Visit(next);
            _low[member] = Math.Min(_low[member], _low[next]);
        }

        if (_low[member] == _index[member])
        {
            Close(member);
        }
    }

    private void Close(T member)
    {
        var knot = new List<T>();
        T popped;
        do
        {
            popped = _stack.Pop();
            _open.Remove(popped);
            knot.Add(popped);
        }
        while (!popped.Equals(member));

        if (knot.Count > 1)
        {
            _knots.Add(knot);
        }
    }
}
