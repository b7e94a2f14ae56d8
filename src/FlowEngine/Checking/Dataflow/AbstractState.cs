using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Satisfiability;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Dataflow;

/// <summary>The abstract values of one chunk's variables at one point of a procedure, with the transfer functions of writes and tests.</summary>
internal readonly ref struct AbstractState(IReadOnlyDictionary<VariableKey, int> slots, int procedure, Span<byte> masks)
{
    private readonly Span<byte> _masks = masks;

    /// <summary>The abstract value of a path. Variables of other chunks, and what is no variable, may be anything.</summary>
    public byte Of(VariablePath path)
    {
        var whole = OfRoot(path);
        return path.Segments.Count == 0 || whole == 0 ? whole : (byte)((whole & (VariableLattice.Unset | VariableLattice.Entry)) | VariableLattice.Types);
    }

    private byte OfRoot(VariablePath path)
    {
        switch (VariableKey.For(path, procedure))
        {
            case [var only]:
                return Of(only);
            case [var walk, var conversation]:
                var first = Of(walk);
                return VariableLattice.MayBeUnset(first) ? (byte)((first & ~VariableLattice.Unset) | Of(conversation)) : first;
            default:
                return path.Root is VariableRoot.Message or VariableRoot.Now ? (byte)NodeTypes.ValueTypes.Text : VariableLattice.Types;
        }
    }

    public byte Of(VariableKey key) => slots.TryGetValue(key, out var slot) ? _masks[slot] : VariableLattice.Types;

    public void Set(VariableKey key, byte mask)
    {
        if (slots.TryGetValue(key, out var slot))
        {
            _masks[slot] = mask;
        }
    }

    /// <summary>As <see cref="Of(VariablePath)"/>, for passing it to another procedure: what this one was entered with may be anything there.</summary>
    public byte Resolved(VariablePath path) => Of(path) is var mask && (mask & VariableLattice.Entry) != 0 ? (byte)((mask & ~VariableLattice.Entry) | VariableLattice.Types) : mask;

    /// <summary>Transfer function of a node that cannot be read.</summary>
    public void ForgetAll(int of)
    {
        foreach (var key in slots.Keys.Where(key => key.IsConversation || key.Procedure == of))
        {
            Set(key, VariableLattice.Unknown(Of(key)));
        }
    }

    /// <summary>Transfer function of a call of an unknown flow: it may have set anything.</summary>
    public void ForgetConversationValues()
    {
        foreach (var key in slots.Keys.Where(key => key.IsConversation))
        {
            Set(key, VariableLattice.Unknown(Of(key)));
        }
    }

    public void ForgetConversation()
    {
        foreach (var key in slots.Keys.Where(key => key.IsConversation))
        {
            Set(key, VariableLattice.Unset);
        }
    }

    /// <summary>Refines the state by a condition that holds, or does not. False: the branch is infeasible.</summary>
    public bool Assume(ConditionNode condition, bool holds) => condition switch
    {
        ConditionTest test => Assume(test, holds),
        ConditionGroup group when group.All == holds => AssumeAll(group, holds),
        ConditionGroup group => AssumeAny(group, holds),
        _ => true,
    };

    private bool AssumeAll(ConditionGroup group, bool holds)
    {
        foreach (var child in group.Children)
        {
            if (!Assume(child, holds))
            {
                return false;
            }
        }

        return true;
    }

    private bool AssumeAny(ConditionGroup group, bool holds)
    {
        var before = _masks.ToArray();
        var joined = new byte[before.Length];
        var possible = false;
        foreach (var child in group.Children)
        {
            before.CopyTo(_masks);
            if (Assume(child, holds))
            {
                possible = true;
                for (var i = 0; i < joined.Length; i++)
                {
                    joined[i] |= _masks[i];
                }
            }
        }

        joined.CopyTo(_masks);
        return possible;
    }

    private bool Assume(ConditionTest test, bool holds)
    {
        if (KeyOf(test.Left) is not { } key || !slots.ContainsKey(key))
        {
            return true;
        }

        var mask = Of(key);
        if (NeedsValue(test, holds))
        {
            Set(key, VariableLattice.WhereSet(mask));
        }
        else if (test.Operator == ConditionOperator.IsSet && !holds && test.Left.Segments.Count == 0)
        {
            Set(key, VariableLattice.WhereUnset(mask));
        }

        return Of(key) != 0;
    }

    /// <summary>The variable that a path refers to; null if it may be one of two.</summary>
    private VariableKey? KeyOf(VariablePath path) => VariableKey.For(path, procedure) switch
    {
        [var only] => only,
        [var walk, var conversation] => VariableLattice.IsNeverSet(Of(walk)) ? conversation : VariableLattice.IsNeverSet(Of(conversation)) ? walk : null,
        _ => null,
    };

    private static bool NeedsValue(ConditionTest test, bool holds) => test.Operator switch
    {
        ConditionOperator.IsSet => holds,
        ConditionOperator.IsEmpty => !holds,
        ConditionOperator.Equals => holds && test.Right[0] is { Template: null, Literal.IsEmpty: false },
        ConditionOperator.NotEquals => !holds && test.Right[0] is { Template: null, Literal.IsEmpty: false },
        ConditionOperator.In => holds && test.Right.All(operand => operand is { Template: null, Literal.IsEmpty: false }),
        _ => holds,
    };
}
