using System.Runtime.InteropServices;
using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;

namespace FlowEngine.Checking.Dataflow;

/// <summary>
/// Splits the variables of a graph into groups that can be analysed one after another, which bounds the memory. Variables that are copied
/// to each other, or that one name may refer to, share a group (union-find).
/// </summary>
internal sealed class VariableChunks
{
    private const int Size = 1_024;

    private readonly Dictionary<VariableKey, int> _ids = [];
    private readonly List<int> _parents = [];

    private VariableChunks(ControlFlowGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            Add(graph, node);
        }
    }

    public static IReadOnlyList<IReadOnlyDictionary<VariableKey, int>> For(ControlFlowGraph graph) => new VariableChunks(graph).Pack();

    private void Add(ControlFlowGraph graph, ControlFlowNode node)
    {
        foreach (var write in node.Writes)
        {
            var key = Id(VariableKey.For(write.Scope, write.Name, node.Procedure));
            if (write.CopyOf is { } copied)
            {
                Link(key, copied, node.Procedure);
            }
        }

        foreach (var read in node.Reads)
        {
            Link(null, read.Path, node.Procedure);
        }

        if (node.Waiting?.SkippedIfSet is { } path)
        {
            Link(null, path, node.Procedure);
        }

        foreach (var (name, _) in node.Model.Bound?.Settings.Default.Members ?? new Dictionary<string, Value>())
        {
            Id(new(node.Procedure, name));
        }

        if (node.Callee >= 0)
        {
            AddCall(node, graph.Procedures[node.Callee].Index);
        }
    }

    private void AddCall(ControlFlowNode node, int callee)
    {
        foreach (var (name, value) in node.Call!.Inputs)
        {
            var key = Id(new(callee, name));
            if (value.Whole is { } copied)
            {
                Link(key, copied, node.Procedure);
            }
        }

        foreach (var (theirs, ours) in node.Call.Outputs)
        {
            Union(Id(new(callee, theirs)), Id(new(node.Procedure, ours)));
        }
    }

    private void Link(int? with, VariablePath path, int procedure)
    {
        var first = with;
        foreach (var key in VariableKey.For(path, procedure))
        {
            var id = Id(key);
            Union(first ?? id, id);
            first ??= id;
        }
    }

    private int Id(VariableKey key)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out var exists);
        if (!exists)
        {
            id = _parents.Count;
            _parents.Add(id);
        }

        return id;
    }

    private int Root(int id)
    {
        while (_parents[id] != id)
        {
            id = _parents[id] = _parents[_parents[id]];
        }

        return id;
    }

    private void Union(int left, int right) => _parents[Root(left)] = Root(right);

    private List<IReadOnlyDictionary<VariableKey, int>> Pack()
    {
        var chunks = new List<IReadOnlyDictionary<VariableKey, int>>();
        var chunk = new Dictionary<VariableKey, int>();
        foreach (var group in _ids.GroupBy(pair => Root(pair.Value), pair => pair.Key).OrderBy(group => group.Key))
        {
            foreach (var key in group)
            {
                chunk.Add(key, chunk.Count);
            }

            if (chunk.Count >= Size)
            {
                chunks.Add(chunk);
                chunk = [];
            }
        }

        if (chunk.Count > 0)
        {
            chunks.Add(chunk);
        }

        return chunks;
    }
}
