using FlowEngine.Conversations;

namespace FlowEngine.NodeTypes;

public enum ReadKind
{
    /// <summary>Put into a text, which makes no sense where nothing is set.</summary>
    Used,

    /// <summary>Compared by a condition.</summary>
    Tested,

    /// <summary>The node or the text says what happens where nothing is set.</summary>
    Optional,

    /// <summary>Handed on as it is; where nothing is set, nothing is handed on.</summary>
    Passed,
}

/// <summary>A variable that a node reads.</summary>
/// <param name="Pointer">Where, relative to the configuration.</param>
public sealed record VariableRead(VariablePath Path, string Pointer, ReadKind Kind);

/// <summary>How the texts of a member read their variables; of a member with plain text: its texts are names of variables.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadsVariablesAttribute(ReadKind kind) : Attribute
{
    public ReadKind Kind { get; } = kind;
}
