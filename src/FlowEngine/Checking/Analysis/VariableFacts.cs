using FlowEngine.Conversations;

namespace FlowEngine.Checking.Analysis;

/// <summary>What is known of every variable where a node reads it, over all walks.</summary>
internal sealed class VariableFacts
{
    private readonly FlowProgram _program;
    private readonly Dictionary<(int Node, string Path), byte> _masks = [];
    private readonly HashSet<(int Node, int Way)> _dead = [];

    private VariableFacts(FlowProgram program) => _program = program;

    /// <summary>How often nodes were looked at.</summary>
    public int Visits { get; private set; }

    public static VariableFacts Of(FlowProgram program)
    {
        var facts = new VariableFacts(program);
        foreach (var chunk in VariableChunks.Of(program))
        {
            var flow = new MaskFlow(program, chunk);
            flow.Solve();
            facts.Visits += flow.Visits;
            facts.Keep(flow, chunk);
        }

        return facts;
    }

    /// <summary>What a path that the node reads may give there; 0 where no walk comes.</summary>
    public byte At(ProgramNode node, VariablePath path) => _masks.GetValueOrDefault((node.Index, path.ToString()));

    /// <summary>No walk takes the way, as a variable is never, or always, set there.</summary>
    public bool IsDead(ProgramNode node, int way) => _dead.Contains((node.Index, way));

    private void Keep(MaskFlow flow, IReadOnlyDictionary<VariableKey, int> chunk)
    {
        var entries = Entries(flow, chunk);
        var masks = new byte[chunk.Count];
        foreach (var node in _program.Nodes)
        {
            if (flow.At(node.Index) is not { } at)
            {
                continue;
            }

            at.CopyTo(masks, 0);
            for (var i = 0; i < masks.Length; i++)
            {
                masks[i] = Mask.Resolve(masks[i], entries[node.Unit]?[i] ?? 0);
            }

            var state = new MaskState(chunk, node.Unit, masks);
            foreach (var path in PathsOf(node))
            {
                if (VariableKey.Of(path, node.Unit) is [var key, ..] && chunk.ContainsKey(key))
                {
                    _masks[(node.Index, path.ToString())] = state.Of(path);
                }
            }

            Bury(flow, node, masks);
        }
    }

    private void Bury(MaskFlow flow, ProgramNode node, byte[] scratch)
    {
        if (node.Branches.Count == 0 && node.Callee < 0)
        {
            return;
        }

        for (var way = 0; way < node.Ways.Length; way++)
        {
            if (!flow.Follow(node, node.Ways[way], scratch))
            {
                _dead.Add((node.Index, way));
            }
        }
    }

    private static IEnumerable<VariablePath> PathsOf(ProgramNode node) =>
        node.Waiting?.SkippedIfSet is { } path ? node.Reads.Select(read => read.Path).Append(path) : node.Reads.Select(read => read.Path);

    /// <summary>By unit: what the conversation's variables may be where it is entered, over all its callers.</summary>
    private byte[]?[] Entries(MaskFlow flow, IReadOnlyDictionary<VariableKey, int> chunk)
    {
        var entries = new byte[]?[_program.Units.Length];
        List<ProgramNode> calls = [.. _program.Nodes.Where(node => node.Callee >= 0 && flow.At(node.Index) is not null)];
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var call in calls)
            {
                var into = entries[call.Callee] ??= new byte[chunk.Count];
                for (var i = 0; i < into.Length; i++)
                {
                    var mask = (byte)(into[i] | Mask.Resolve(flow.At(call.Index)![i], entries[call.Unit]?[i] ?? 0));
                    changed |= mask != into[i];
                    into[i] = mask;
                }
            }
        }

        return entries;
    }
}
