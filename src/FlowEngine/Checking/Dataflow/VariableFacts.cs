using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;

namespace FlowEngine.Checking.Dataflow;

/// <summary>The result of the variable analysis: the abstract value of every variable at every node that reads it.</summary>
internal sealed class VariableFacts
{
    /// <summary>Budget of variables times nodes. A constant for any document, plus a share for its size.</summary>
    private const long Most = 20_000_000;
    private const long OfANode = 25_000;

    /// <summary>The same for one chunk, which needs a byte for each variable at each node.</summary>
    private const long MostAtOnce = 100_000_000;

    private readonly ControlFlowGraph _graph;
    private readonly Dictionary<(int Node, string Path), byte> _masks = [];
    private readonly HashSet<(int Node, int Edge)> _dead = [];

    private VariableFacts(ControlFlowGraph graph) => _graph = graph;

    /// <summary>Node visits over all chunks.</summary>
    public int Visits { get; private set; }

    /// <summary>The budget was too small for some variables: nothing is known of those.</summary>
    public bool IsCut { get; private set; }

    public static VariableFacts Compute(ControlFlowGraph graph)
    {
        var facts = new VariableFacts(graph);
        var left = Most + (OfANode * graph.Nodes.Length);
        foreach (var chunk in VariableChunks.For(graph))
        {
            var cost = (long)chunk.Count * graph.Nodes.Length;
            left -= cost;
            if (left < 0 || cost > MostAtOnce)
            {
                facts.IsCut = true;
                continue;
            }

            var flow = new VariableDataflow(graph, chunk);
            flow.Solve();
            facts.Visits += flow.Visits;
            facts.Store(flow, chunk);
        }

        return facts;
    }

    /// <summary>The abstract value of a path that the node reads; 0 if the node is unreachable.</summary>
    public byte At(ControlFlowNode node, VariablePath path) => _masks.GetValueOrDefault((node.Index, path.ToString()));

    /// <summary>The edge is infeasible, because a variable is never, or always, set there.</summary>
    public bool IsDead(ControlFlowNode node, int edge) => _dead.Contains((node.Index, edge));

    private void Store(VariableDataflow flow, IReadOnlyDictionary<VariableKey, int> chunk)
    {
        var entries = Entries(flow, chunk);
        var masks = new byte[chunk.Count];
        foreach (var node in _graph.Nodes)
        {
            if (flow.At(node.Index) is not { } at)
            {
                continue;
            }

            at.CopyTo(masks, 0);
            for (var i = 0; i < masks.Length; i++)
            {
                masks[i] = VariableLattice.Resolve(masks[i], entries[node.Procedure]?[i] ?? 0);
            }

            var state = new AbstractState(chunk, node.Procedure, masks);
            foreach (var path in PathsOf(node))
            {
                if (VariableKey.For(path, node.Procedure) is [var key, ..] && chunk.ContainsKey(key))
                {
                    _masks[(node.Index, path.ToString())] = state.Of(path);
                }
            }

            MarkDeadEdges(flow, node);
        }
    }

    private void MarkDeadEdges(VariableDataflow flow, ControlFlowNode node)
    {
        if (node.Branches.Count == 0 && node.Callee < 0)
        {
            return;
        }

        flow.Follow(node, (edge, isTaken) =>
        {
            if (!isTaken)
            {
                _dead.Add((node.Index, edge));
            }
        });
    }

    private static IEnumerable<VariablePath> PathsOf(ControlFlowNode node) =>
        node.Waiting?.SkippedIfSet is { } path ? node.Reads.Select(read => read.Path).Append(path) : node.Reads.Select(read => read.Path);

    /// <summary>By procedure: the conversation variables at its entry, joined over all its callers.</summary>
    private byte[]?[] Entries(VariableDataflow flow, IReadOnlyDictionary<VariableKey, int> chunk)
    {
        var entries = new byte[]?[_graph.Procedures.Length];
        var calls = _graph.Nodes.Where(node => node.Callee >= 0 && flow.At(node.Index) is not null).ToLookup(node => node.Procedure);
        var waiting = new Queue<int>(calls.Select(procedure => procedure.Key));
        var isWaiting = new bool[_graph.Procedures.Length];
        foreach (var procedure in waiting)
        {
            isWaiting[procedure] = true;
        }

        while (waiting.TryDequeue(out var procedure))
        {
            isWaiting[procedure] = false;
            foreach (var call in calls[procedure])
            {
                if (Enter(flow.At(call.Index)!, entries[procedure], entries[call.Callee] ??= new byte[chunk.Count]) && !isWaiting[call.Callee])
                {
                    isWaiting[call.Callee] = true;
                    waiting.Enqueue(call.Callee);
                }
            }
        }

        return entries;
    }

    /// <returns>True if the entry state of the callee grew.</returns>
    private static bool Enter(byte[] atCall, byte[]? entry, byte[] into)
    {
        var changed = false;
        for (var i = 0; i < into.Length; i++)
        {
            var mask = (byte)(into[i] | VariableLattice.Resolve(atCall[i], entry?[i] ?? 0));
            changed |= mask != into[i];
            into[i] = mask;
        }

        return changed;
    }
}
