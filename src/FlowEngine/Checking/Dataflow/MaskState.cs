using FlowEngine.Checking.ControlFlow;
using FlowEngine.Checking.Satisfiability;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Checking.Dataflow;

/// <summary>The masks of one chunk's variables at one place of a unit, and what writes and tests make of them.</summary>
internal readonly ref struct MaskState(IReadOnlyDictionary<VariableKey, int> slots, int unit, Span<byte> masks)
{
    private readonly Span<byte> _masks = masks;

    /// <summary>What a path may give; variables of other chunks, and what is no variable, give any value.</summary>
    public byte Of(VariablePath path)
    {
        var whole = OfRoot(path);
        return path.Segments.Count == 0 || whole == 0 ? whole : (byte)((whole & (Mask.Unset | Mask.Entry)) | Mask.Types);
    }

    private byte OfRoot(VariablePath path)
    {
        switch (VariableKey.Of(path, unit))
        {
            case [var only]:
                return Of(only);
            case [var walk, var conversation]:
                var first = Of(walk);
                return Mask.MayBeUnset(first) ? (byte)((first & ~Mask.Unset) | Of(conversation)) : first;
            default:
                return path.Root is VariableRoot.Message or VariableRoot.Now ? (byte)NodeTypes.ValueTypes.Text : Mask.Types;
        }
    }

    public byte Of(VariableKey key) => slots.TryGetValue(key, out var slot) ? _masks[slot] : Mask.Types;

    public void Set(VariableKey key, byte mask)
    {
        if (slots.TryGetValue(key, out var slot))
        {
            _masks[slot] = mask;
        }
    }

    /// <summary>As <see cref="Of(VariablePath)"/>, where it goes into another module: there, what was at the entry of this one is anything.</summary>
    public byte Resolved(VariablePath path) => Of(path) is var mask && (mask & Mask.Entry) != 0 ? (byte)((mask & ~Mask.Entry) | Mask.Types) : mask;

    /// <summary>After a node of which nothing is known.</summary>
    public void ForgetAll(int of)
    {
        foreach (var key in slots.Keys.Where(key => key.IsConversation || key.Unit == of))
        {
            Set(key, Mask.Unknown(Of(key)));
        }
    }

    /// <summary>After a flow of which nothing is known: it may have set anything.</summary>
    public void ForgetConversationValues()
    {
        foreach (var key in slots.Keys.Where(key => key.IsConversation))
        {
            Set(key, Mask.Unknown(Of(key)));
        }
    }

    public void ForgetConversation()
    {
        foreach (var key in slots.Keys.Where(key => key.IsConversation))
        {
            Set(key, Mask.Unset);
        }
    }

    /// <summary>What is so where the condition holds, or does not. False: that cannot be.</summary>
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
            Set(key, Mask.WhereSet(mask));
        }
        else if (test.Operator == ConditionOperator.IsSet && !holds && test.Left.Segments.Count == 0)
        {
            Set(key, Mask.WhereUnset(mask));
        }

        return Of(key) != 0;
    }

    /// <summary>The variable that a path means; null where it may be one of two.</summary>
    private VariableKey? KeyOf(VariablePath path) => VariableKey.Of(path, unit) switch
    {
        [var only] => only,
        [var walk, var conversation] => Mask.IsNeverSet(Of(walk)) ? conversation : Mask.IsNeverSet(Of(conversation)) ? walk : null,
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
