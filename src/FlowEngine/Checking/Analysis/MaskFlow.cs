using FlowEngine.NodeTypes;

namespace FlowEngine.Checking.Analysis;

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

    public MaskFlow(FlowProgram program, IReadOnlyDictionary<VariableKey, int> slots)
    {
        _program = program;
        _slots = slots;
        _in = new byte[]?[program.Nodes.Length];
        _exits = new byte[]?[program.Units.Length];
        _isWaiting = new bool[program.Nodes.Length];
        _scratch = new byte[slots.Count];
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

    /// <summary>The masks on the way, before the node that it leads to; false where no walk takes it.</summary>
    public bool Follow(ProgramNode node, Way way, Span<byte> masks)
    {
        _in[node.Index]!.CopyTo(masks);
        var state = State(node.Unit, masks);
        if (node.IsOpaque)
        {
            state.ForgetAll(node.Unit);
            return true;
        }

        if (way.Kind == WayKind.Go && node.Order == BranchOrder.First && !MaskArrays.Guard(node, way.Port, state))
        {
            return false;
        }

        if (node.Callee != ProgramNode.NoCall && way.Kind == WayKind.Go && !Return(node, state))
        {
            return false;
        }

        if (node.Callee >= 0 && way.Kind != WayKind.Go)
        {
            AfterFailedCall(state);
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

        foreach (var way in node.Ways)
        {
            if (Follow(node, way, _scratch))
            {
                Join(way.Target);
            }
        }
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
        foreach (var key in _slots.Keys)
        {
            inner.Set(key, key.IsConversation ? Mask.Entry : Mask.Unset);
        }

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
        foreach (var key in _slots.Keys.Where(key => key.IsConversation))
        {
            state.Set(key, Mask.Resolve(inner.Of(key), state.Of(key)));
        }

        foreach (var (theirs, ours) in node.Call!.Outputs)
        {
            state.Set(new(node.Unit, ours), inner.Of(new VariableKey(node.Callee, theirs)));
        }

        return true;
    }

    /// <summary>Where a call fails, what was written until then stays.</summary>
    private void AfterFailedCall(MaskState state)
    {
        foreach (var (key, slot) in _slots)
        {
            if (key.IsConversation)
            {
                state.Set(key, (byte)(state.Of(key) | _everWritten[slot]));
            }
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
