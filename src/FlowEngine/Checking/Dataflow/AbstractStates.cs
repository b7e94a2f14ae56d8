using System.Numerics;
using FlowEngine.Checking.ControlFlow;

namespace FlowEngine.Checking.Dataflow;

/// <summary>Abstract states as arrays: one lattice element for each variable of a chunk.</summary>
internal static class AbstractStates
{
    /// <returns>True if the joined state grew.</returns>
    public static bool Join(byte[] masks, ref byte[]? into)
    {
        if (into is null)
        {
            into = [.. masks];
            return true;
        }

        var changed = false;
        var width = Vector<byte>.Count;
        var i = 0;
        for (; i <= into.Length - width; i += width)
        {
            var before = new Vector<byte>(into, i);
            var joined = before | new Vector<byte>(masks, i);
            changed |= joined != before;
            joined.CopyTo(into, i);
        }

        for (; i < into.Length; i++)
        {
            var joined = (byte)(into[i] | masks[i]);
            changed |= joined != into[i];
            into[i] = joined;
        }

        return changed;
    }

    /// <summary>The edges with the index of their guard, in the order of the guards; first those without one (-1).</summary>
    public static IEnumerable<(int Edge, int Branch)> ByGuard(ControlFlowNode node)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < node.Branches.Count; i++)
        {
            places.TryAdd(node.Branches[i].Port, i);
        }

        return node.Edges
            .Select((edge, index) => (Edge: index, Branch: edge.Kind == EdgeKind.Normal ? places.GetValueOrDefault(edge.Port, -1) : -1))
            .OrderBy(pair => pair.Branch);
    }

    /// <summary>By slot: the types that any node writes to the variable.</summary>
    public static byte[] EverWritten(ControlFlowGraph graph, IReadOnlyDictionary<VariableKey, int> slots)
    {
        var written = new byte[slots.Count];
        foreach (var node in graph.Nodes)
        {
            foreach (var write in node.Writes)
            {
                if (slots.TryGetValue(VariableKey.For(write.Scope, write.Name, node.Procedure), out var slot) && !write.Clears)
                {
                    written[slot] |= (byte)write.Types;
                }
            }
        }

        return written;
    }
}
