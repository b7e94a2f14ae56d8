using System.Numerics;
using FlowEngine.Checking.ControlFlow;

namespace FlowEngine.Checking.Dataflow;

/// <summary>Masks of all variables of a chunk, by slot.</summary>
internal static class MaskArrays
{
    /// <returns>The masks gained a bit.</returns>
    public static bool Merge(byte[] masks, ref byte[]? into)
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

    /// <summary>The ways with the place of their guard; -1 where none decides about them. Those first, then in the order of the guards.</summary>
    public static IEnumerable<(int Way, int Branch)> ByGuard(ProgramNode node)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < node.Branches.Count; i++)
        {
            places.TryAdd(node.Branches[i].Port, i);
        }

        return node.Ways
            .Select((way, index) => (Way: index, Branch: way.Kind == WayKind.Go ? places.GetValueOrDefault(way.Port, -1) : -1))
            .OrderBy(pair => pair.Branch);
    }

    /// <summary>By slot: the types that anything writes to it.</summary>
    public static byte[] EverWritten(FlowProgram program, IReadOnlyDictionary<VariableKey, int> slots)
    {
        var written = new byte[slots.Count];
        foreach (var node in program.Nodes)
        {
            foreach (var write in node.Writes)
            {
                if (slots.TryGetValue(VariableKey.Of(write.Scope, write.Name, node.Unit), out var slot) && !write.Clears)
                {
                    written[slot] |= (byte)write.Types;
                }
            }
        }

        return written;
    }
}
