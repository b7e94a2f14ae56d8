using FlowEngine.Checking.ControlFlow;
using FlowEngine.Conversations;

namespace FlowEngine.Checking.Dataflow;

/// <summary>What is known of every variable where a node reads it, over all walks.</summary>
internal sealed class VariableFacts
{
    /// <summary>Variables that may be followed over all nodes together: for any document, and more for a large one.</summary>
    private const long Most = 20_000_000;
    private const long OfANode = 25_000;

    /// <summary>Of one chunk: variables that are copied to each other cannot be followed one after another, and each takes a byte a node.</summary>
    private const long MostAtOnce = 100_000_000;

    private readonly FlowProgram _program;
    private readonly Dictionary<(int Node, string Path), byte> _masks = [];
    private readonly HashSet<(int Node, int Way)> _dead = [];

    private VariableFacts(FlowProgram program) => _program = program;

    /// <summary>How often nodes were looked at.</summary>
    public int Visits { get; private set; }

    /// <summary>Some variables were not followed, as that would have cost too much: of those nothing is known.</summary>
    public bool IsCut { get; private set; }

    public static VariableFacts Of(FlowProgram program)
    {
        var facts = new VariableFacts(program);
        var left = Most + (OfANode * program.Nodes.Length);
        foreach (var chunk in VariableChunks.Of(program))
        {
            var cost = (long)chunk.Count * program.Nodes.Length;
            left -= cost;
            if (left < 0 || cost > MostAtOnce)
            {
                facts.IsCut = true;
                continue;
            }

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

            Bury(flow, node);
        }
    }

    private void Bury(MaskFlow flow, ProgramNode node)
    {
        if (node.Branches.Count == 0 && node.Callee < 0)
        {
            return;
        }

        flow.Follow(node, (way, isTaken) =>
        {
            if (!isTaken)
            {
                _dead.Add((node.Index, way));
            }
        });
    }

    private static IEnumerable<VariablePath> PathsOf(ProgramNode node) =>
        node.Waiting?.SkippedIfSet is { } path ? node.Reads.Select(read => read.Path).Append(path) : node.Reads.Select(read => read.Path);

    /// <summary>By unit: what the conversation's variables may be where it is entered, over all its callers.</summary>
    private byte[]?[] Entries(MaskFlow flow, IReadOnlyDictionary<VariableKey, int> chunk)
    {
        var entries = new byte[]?[_program.Units.Length];
        var calls = _program.Nodes.Where(node => node.Callee >= 0 && flow.At(node.Index) is not null).ToLookup(node => node.Unit);
        var waiting = new Queue<int>(calls.Select(unit => unit.Key));
        var isWaiting = new bool[_program.Units.Length];
        foreach (var unit in waiting)
        {
            isWaiting[unit] = true;
        }

        while (waiting.TryDequeue(out var unit))
        {
            isWaiting[unit] = false;
            foreach (var call in calls[unit])
            {
                if (Enter(flow.At(call.Index)!, entries[unit], entries[call.Callee] ??= new byte[chunk.Count]) && !isWaiting[call.Callee])
                {
                    isWaiting[call.Callee] = true;
                    waiting.Enqueue(call.Callee);
                }
            }
        }

        return entries;
    }

    /// <returns>The masks of the unit that is called gained a bit.</returns>
    private static bool Enter(byte[] atCall, byte[]? entry, byte[] into)
    {
        var changed = false;
        for (var i = 0; i < into.Length; i++)
        {
            var mask = (byte)(into[i] | Mask.Resolve(atCall[i], entry?[i] ?? 0));
            changed |= mask != into[i];
            into[i] = mask;
        }

        return changed;
    }
}
