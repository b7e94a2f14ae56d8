using System.Runtime.InteropServices;
using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;

namespace FlowEngine.Checking.Dataflow;

/// <summary>
/// The variables of a program in groups that can be followed one after another, so that memory stays small: variables that are copied to
/// each other, or may be meant by one name, are in one group.
/// </summary>
internal sealed class VariableChunks
{
    private const int Size = 1_024;

    private readonly Dictionary<VariableKey, int> _ids = [];
    private readonly List<int> _parents = [];

    private VariableChunks(FlowProgram program)
    {
        foreach (var node in program.Nodes)
        {
            Add(program, node);
        }
    }

    public static IReadOnlyList<IReadOnlyDictionary<VariableKey, int>> Of(FlowProgram program) => new VariableChunks(program).Pack();

    private void Add(FlowProgram program, ProgramNode node)
    {
        foreach (var write in node.Writes)
        {
            var key = Id(VariableKey.Of(write.Scope, write.Name, node.Unit));
            if (write.CopyOf is { } copied)
            {
                Link(key, copied, node.Unit);
            }
        }

        foreach (var read in node.Reads)
        {
            Link(null, read.Path, node.Unit);
        }

        if (node.Waiting?.SkippedIfSet is { } path)
        {
            Link(null, path, node.Unit);
        }

        foreach (var (name, _) in node.Model.Bound?.Settings.Default.Members ?? new Dictionary<string, Value>())
        {
            Id(new(node.Unit, name));
        }

        if (node.Callee >= 0)
        {
            AddCall(node, program.Units[node.Callee].Index);
        }
    }

    private void AddCall(ProgramNode node, int callee)
    {
        foreach (var (name, value) in node.Call!.Inputs)
        {
            var key = Id(new(callee, name));
            if (value.Whole is { } copied)
            {
                Link(key, copied, node.Unit);
            }
        }

        foreach (var (theirs, ours) in node.Call.Outputs)
        {
            Union(Id(new(callee, theirs)), Id(new(node.Unit, ours)));
        }
    }

    private void Link(int? with, VariablePath path, int unit)
    {
        var first = with;
        foreach (var key in VariableKey.Of(path, unit))
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
