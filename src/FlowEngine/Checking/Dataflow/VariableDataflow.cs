using FlowEngine.Checking.ControlFlow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Dataflow;

/// <summary>
/// Forward dataflow analysis of one chunk of variables by a worklist. Joins only add bits, so every node is visited a bounded number of
/// times, however many paths lead to it. A procedure is analysed once, for a symbolic entry value that its callers fill in.
/// </summary>
internal sealed class VariableDataflow
{
    private readonly ControlFlowGraph _graph;
    private readonly IReadOnlyDictionary<VariableKey, int> _slots;
    private readonly byte[]?[] _in;
    private readonly byte[]?[] _exits;
    private readonly byte[] _everWritten;
    private readonly ILookup<int, int> _callers;
    private readonly Queue<int> _worklist = new();
    private readonly bool[] _isQueued;
    private readonly byte[] _scratch;
    private readonly byte[] _left;
    private readonly int[] _conversation;
    private readonly byte[] _atEntry;

    public VariableDataflow(ControlFlowGraph graph, IReadOnlyDictionary<VariableKey, int> slots)
    {
        _graph = graph;
        _slots = slots;
        _in = new byte[]?[graph.Nodes.Length];
        _exits = new byte[]?[graph.Procedures.Length];
        _isQueued = new bool[graph.Nodes.Length];
        _scratch = new byte[slots.Count];
        _left = new byte[slots.Count];
        _conversation = [.. slots.Where(pair => pair.Key.IsConversation).Select(pair => pair.Value)];
        _atEntry = new byte[slots.Count];
        Array.Fill(_atEntry, VariableLattice.Unset);
        foreach (var slot in _conversation)
        {
            _atEntry[slot] = VariableLattice.Entry;
        }

        _callers = graph.Nodes.Where(node => node.Callee >= 0).ToLookup(node => node.Callee, node => node.Index);
        _everWritten = AbstractStates.EverWritten(graph, slots);
    }

    /// <summary>Node visits until the fixed point.</summary>
    public int Visits { get; private set; }

    /// <summary>The abstract state before the node; null if it is unreachable.</summary>
    public byte[]? At(int node) => _in[node];

    public void Solve()
    {
        if (_graph.Home is not { } home)
        {
            return;
        }

        var state = State(home.Index, _scratch);
        foreach (var key in _slots.Keys)
        {
            state.Set(key, key.IsConversation ? (byte)(VariableLattice.Unset | _everWritten[_slots[key]])
                : key.Procedure == home.Index && home.GivenInputs.Contains(key.Name) ? VariableLattice.Types
                : VariableLattice.Unset);
        }

        Join(home.Start);
        while (_worklist.TryDequeue(out var index))
        {
            _isQueued[index] = false;
            Visits++;
            Visit(_graph.Nodes[index]);
        }
    }

    /// <summary>
    /// Applies the transfer functions of all edges of a node. What the earlier guards leave is computed incrementally, so a node with
    /// thousands of cases costs no more than as many nodes with one case each.
    /// </summary>
    /// <param name="found">Receives each edge, and whether a walk may take it.</param>
    public void Follow(ControlFlowNode node, Action<int, bool> found)
    {
        var before = _in[node.Index]!;
        if (node.Branches.Count == 0 || node.Order != BranchOrder.First || node.IsOpaque)
        {
            for (var edge = 0; edge < node.Edges.Length; edge++)
            {
                before.CopyTo(_scratch, 0);
                found(edge, Leave(node, node.Edges[edge]));
            }

            return;
        }

        var tried = 0;
        var isLeft = true;
        before.CopyTo(_left, 0);
        foreach (var (edge, branch) in AbstractStates.ByGuard(node))
        {
            for (; tried < branch; tried++)
            {
                isLeft = isLeft && (node.Branches[tried].When is not { } earlier || State(node.Procedure, _left).Assume(earlier, holds: false));
            }

            (branch < 0 ? before : _left).CopyTo(_scratch, 0);
            var holds = branch < 0 || (isLeft && (node.Branches[branch].When is not { } when || State(node.Procedure, _scratch).Assume(when, holds: true)));
            found(edge, holds && Leave(node, node.Edges[edge]));
        }
    }

    /// <summary>From the state on the edge to the state before its target; false if the edge is infeasible.</summary>
    private bool Leave(ControlFlowNode node, ControlFlowEdge edge)
    {
        var state = State(node.Procedure, _scratch);
        if (node.IsOpaque)
        {
            state.ForgetAll(node.Procedure);
            return true;
        }

        if (node.Callee != ControlFlowNode.NoCall && edge.Kind == EdgeKind.Normal && !Return(node, state))
        {
            return false;
        }

        if (node.Callee >= 0 && edge.Kind != EdgeKind.Normal)
        {
            AfterFailedCall();
        }

        Write(node, edge, state);
        return true;
    }

    private AbstractState State(int procedure, Span<byte> masks) => new(_slots, procedure, masks);

    private void Visit(ControlFlowNode node)
    {
        if (node.IsEnd)
        {
            Exit(node);
            return;
        }

        if (node.Callee >= 0)
        {
            Enter(node);
        }

        Follow(node, (edge, isTaken) =>
        {
            if (isTaken)
            {
                Join(node.Edges[edge].Target);
            }
        });
    }

    private void Write(ControlFlowNode node, ControlFlowEdge edge, AbstractState state)
    {
        if (edge.Kind == EdgeKind.ContinueOnError)
        {
            foreach (var (name, value) in node.Model.Bound!.Settings.Default.Members)
            {
                state.Set(new(node.Procedure, name), (byte)(value.Kind.ToTypes() is var types and not ValueTypes.None ? (byte)types : VariableLattice.Unset));
            }

            return;
        }

        if (node.Callee >= 0)
        {
            return;
        }

        foreach (var write in node.Writes)
        {
            if (node.Applies(write, edge))
            {
                state.Set(VariableKey.For(write.Scope, write.Name, node.Procedure), Written(node, write, state));
            }
        }
    }

    private byte Written(ControlFlowNode node, VariableWrite write, AbstractState state)
    {
        if (write.Clears)
        {
            return VariableLattice.Unset;
        }

        // A skipped wait keeps the value, which has the same type unless two writers disagree, and then that is reported.
        var mask = write.CopyOf is { } copied ? new AbstractState(_slots, node.Procedure, _in[node.Index]!).Of(copied) : (byte)write.Types;
        return (byte)(mask | (write.MayBeNothing ? VariableLattice.Unset : 0));
    }

    /// <summary>The state at the entry of the callee.</summary>
    private void Enter(ControlFlowNode node)
    {
        var caller = State(node.Procedure, _in[node.Index]!);
        var inner = State(node.Callee, _scratch);
        _atEntry.CopyTo(_scratch, 0);
        foreach (var (name, value) in node.Call!.Inputs)
        {
            inner.Set(new(node.Callee, name), value switch
            {
                { Whole: { } whole } => caller.Resolved(whole),
                { Kind: { } kind } when kind.ToTypes() is var types and not ValueTypes.None => (byte)types,
                _ => VariableLattice.Unset,
            });
        }

        if (_graph.Procedures[node.Callee].Start is >= 0 and var start)
        {
            Join(start);
        }
    }

    private void Exit(ControlFlowNode end)
    {
        _in[end.Index]!.CopyTo(_scratch.AsSpan());
        if (end.ForgetsConversation)
        {
            State(end.Procedure, _scratch).ForgetConversation();
        }

        if (AbstractStates.Join(_scratch, ref _exits[end.Procedure]))
        {
            foreach (var caller in _callers[end.Procedure].Where(caller => _in[caller] is not null))
            {
                Enqueue(caller);
            }
        }
    }

    /// <summary>The state after the call. False: the callee never returns.</summary>
    private bool Return(ControlFlowNode node, AbstractState state)
    {
        if (node.Callee == ControlFlowNode.UnknownCall)
        {
            state.ForgetConversationValues();
            foreach (var ours in node.Call!.Outputs.Values)
            {
                state.Set(new(node.Procedure, ours), VariableLattice.Types);
            }

            return true;
        }

        if (_exits[node.Callee] is not { } exit)
        {
            return false;
        }

        var inner = State(node.Callee, exit);
        foreach (var slot in _conversation)
        {
            _scratch[slot] = VariableLattice.Resolve(exit[slot], _scratch[slot]);
        }

        foreach (var (theirs, ours) in node.Call!.Outputs)
        {
            state.Set(new(node.Procedure, ours), inner.Of(new VariableKey(node.Callee, theirs)));
        }

        return true;
    }

    /// <summary>After a failed call the writes made before the failure remain.</summary>
    private void AfterFailedCall()
    {
        foreach (var slot in _conversation)
        {
            _scratch[slot] |= _everWritten[slot];
        }
    }

    private void Join(int target)
    {
        if (AbstractStates.Join(_scratch, ref _in[target]))
        {
            Enqueue(target);
        }
    }

    private void Enqueue(int node)
    {
        if (!_isQueued[node])
        {
            _isQueued[node] = true;
            _worklist.Enqueue(node);
        }
    }
}
