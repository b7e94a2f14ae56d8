using FlowEngine.Checking.ControlFlow;
using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Dataflow;

/// <summary>
/// Follows one chunk of variables through the whole program until nothing changes any more. A mask only gains bits, so a node is visited
/// a bounded number of times, however many paths lead to it. A module is followed once, for an unknown entry; its callers fill that in.
/// </summary>
internal sealed class MaskFlow
{
    private readonly FlowProgram _program;
    private readonly IReadOnlyDictionary<VariableKey, int> _slots;
    private readonly byte[]?[] _in;
    private readonly byte[]?[] _exits;
    private readonly byte[] _everWritten;
    private readonly ILookup<int, int> _callers;
    private readonly Queue<int> _waiting = new();
    private readonly bool[] _isWaiting;
    private readonly byte[] _scratch;
    private readonly byte[] _left;
    private readonly int[] _conversation;
    private readonly byte[] _atEntry;

    public MaskFlow(FlowProgram program, IReadOnlyDictionary<VariableKey, int> slots)
    {
        _program = program;
        _slots = slots;
        _in = new byte[]?[program.Nodes.Length];
        _exits = new byte[]?[program.Units.Length];
        _isWaiting = new bool[program.Nodes.Length];
        _scratch = new byte[slots.Count];
        _left = new byte[slots.Count];
        _conversation = [.. slots.Where(pair => pair.Key.IsConversation).Select(pair => pair.Value)];
        _atEntry = new byte[slots.Count];
        Array.Fill(_atEntry, Mask.Unset);
        foreach (var slot in _conversation)
        {
            _atEntry[slot] = Mask.Entry;
        }

        _callers = program.Nodes.Where(node => node.Callee >= 0).ToLookup(node => node.Callee, node => node.Index);
        _everWritten = MaskArrays.EverWritten(program, slots);
    }

    /// <summary>How often a node was looked at, until nothing changed.</summary>
    public int Visits { get; private set; }

    /// <summary>The masks where the node begins; null where no walk comes there.</summary>
    public byte[]? At(int node) => _in[node];

    public void Solve()
    {
        if (_program.Home is not { } home)
        {
            return;
        }

        var state = State(home.Index, _scratch);
        foreach (var key in _slots.Keys)
        {
            state.Set(key, key.IsConversation ? (byte)(Mask.Unset | _everWritten[_slots[key]])
                : key.Unit == home.Index && home.GivenInputs.Contains(key.Name) ? Mask.Types
                : Mask.Unset);
        }

        Join(home.Start);
        while (_waiting.TryDequeue(out var index))
        {
            _isWaiting[index] = false;
            Visits++;
            Visit(_program.Nodes[index]);
        }
    }

    /// <summary>
    /// Goes all ways of a node. What the guards before one leave is worked out once for all, so that a node with thousands of cases costs no
    /// more than as many nodes with one.
    /// </summary>
    /// <param name="found">Told each way, and whether some walk may take it.</param>
    public void Follow(ProgramNode node, Action<int, bool> found)
    {
        var before = _in[node.Index]!;
        if (node.Branches.Count == 0 || node.Order != BranchOrder.First || node.IsOpaque)
        {
            for (var way = 0; way < node.Ways.Length; way++)
            {
                before.CopyTo(_scratch, 0);
                found(way, Leave(node, node.Ways[way]));
            }

            return;
        }

        var tried = 0;
        var isLeft = true;
        before.CopyTo(_left, 0);
        foreach (var (way, branch) in MaskArrays.ByGuard(node))
        {
            for (; tried < branch; tried++)
            {
                isLeft = isLeft && (node.Branches[tried].When is not { } earlier || State(node.Unit, _left).Assume(earlier, holds: false));
            }

            (branch < 0 ? before : _left).CopyTo(_scratch, 0);
            var holds = branch < 0 || (isLeft && (node.Branches[branch].When is not { } when || State(node.Unit, _scratch).Assume(when, holds: true)));
            found(way, holds && Leave(node, node.Ways[way]));
        }
    }

    /// <summary>From what is so on the way to what is so before the node that it leads to; false where no walk takes it.</summary>
    private bool Leave(ProgramNode node, Way way)
    {
        var state = State(node.Unit, _scratch);
        if (node.IsOpaque)
        {
            state.ForgetAll(node.Unit);
            return true;
        }

        if (node.Callee != ProgramNode.NoCall && way.Kind == WayKind.Go && !Return(node, state))
        {
            return false;
        }

        if (node.Callee >= 0 && way.Kind != WayKind.Go)
        {
            AfterFailedCall();
        }

        Write(node, way, state);
        return true;
    }

    private MaskState State(int unit, Span<byte> masks) => new(_slots, unit, masks);

    private void Visit(ProgramNode node)
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

        Follow(node, (way, isTaken) =>
        {
            if (isTaken)
            {
                Join(node.Ways[way].Target);
            }
        });
    }

    private void Write(ProgramNode node, Way way, MaskState state)
    {
        if (way.Kind == WayKind.DespiteFailure)
        {
            foreach (var (name, value) in node.Model.Bound!.Settings.Default.Members)
            {
                state.Set(new(node.Unit, name), (byte)(value.Kind.ToTypes() is var types and not ValueTypes.None ? (byte)types : Mask.Unset));
            }

            return;
        }

        if (node.Callee >= 0)
        {
            return;
        }

        foreach (var write in node.Writes)
        {
            if (node.Applies(write, way))
            {
                state.Set(VariableKey.Of(write.Scope, write.Name, node.Unit), Written(node, write, state));
            }
        }
    }

    private byte Written(ProgramNode node, VariableWrite write, MaskState state)
    {
        if (write.Clears)
        {
            return Mask.Unset;
        }

        // A wait that is passed over leaves what there was, which is of the same kind or the flow has two writers of it.
        var mask = write.CopyOf is { } copied ? new MaskState(_slots, node.Unit, _in[node.Index]!).Of(copied) : (byte)write.Types;
        return (byte)(mask | (write.MayBeNothing ? Mask.Unset : 0));
    }

    /// <summary>Into the module that the node calls.</summary>
    private void Enter(ProgramNode node)
    {
        var caller = State(node.Unit, _in[node.Index]!);
        var inner = State(node.Callee, _scratch);
        _atEntry.CopyTo(_scratch, 0);
        foreach (var (name, value) in node.Call!.Inputs)
        {
            inner.Set(new(node.Callee, name), value switch
            {
                { Whole: { } whole } => caller.Resolved(whole),
                { Kind: { } kind } when kind.ToTypes() is var types and not ValueTypes.None => (byte)types,
                _ => Mask.Unset,
            });
        }

        if (_program.Units[node.Callee].Start is >= 0 and var start)
        {
            Join(start);
        }
    }

    private void Exit(ProgramNode end)
    {
        _in[end.Index]!.CopyTo(_scratch.AsSpan());
        if (end.ForgetsConversation)
        {
            State(end.Unit, _scratch).ForgetConversation();
        }

        if (MaskArrays.Merge(_scratch, ref _exits[end.Unit]))
        {
            foreach (var caller in _callers[end.Unit].Where(caller => _in[caller] is not null))
            {
                Wait(caller);
            }
        }
    }

    /// <summary>Back from the call. False: the module never comes to an end.</summary>
    private bool Return(ProgramNode node, MaskState state)
    {
        if (node.Callee == ProgramNode.UnknownCall)
        {
            state.ForgetConversationValues();
            foreach (var ours in node.Call!.Outputs.Values)
            {
                state.Set(new(node.Unit, ours), Mask.Types);
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
            _scratch[slot] = Mask.Resolve(exit[slot], _scratch[slot]);
        }

        foreach (var (theirs, ours) in node.Call!.Outputs)
        {
            state.Set(new(node.Unit, ours), inner.Of(new VariableKey(node.Callee, theirs)));
        }

        return true;
    }

    /// <summary>Where a call fails, what was written until then stays.</summary>
    private void AfterFailedCall()
    {
        foreach (var slot in _conversation)
        {
            _scratch[slot] |= _everWritten[slot];
        }
    }

    private void Join(int target)
    {
        if (MaskArrays.Merge(_scratch, ref _in[target]))
        {
            Wait(target);
        }
    }

    private void Wait(int node)
    {
        if (!_isWaiting[node])
        {
            _isWaiting[node] = true;
            _waiting.Enqueue(node);
        }
    }
}
