using FlowEngine.Conversations;

namespace FlowEngine.Checking.Symbolic;

/// <summary>A variable's value, as far as it is known before the flow runs.</summary>
internal abstract record SymbolicValue
{
    public static SymbolicValue None { get; } = new Unset();

    public static SymbolicValue From(Value value) => value.Kind == ValueKind.Null ? None : new Constant(value);

    public sealed record Unset : SymbolicValue;

    public sealed record Constant(Value Value) : SymbolicValue;

    /// <summary>What the user wrote in a turn; where a node is given, as that node read it.</summary>
    /// <param name="Node">Index of the waiting node, or -1.</param>
    public sealed record UserInput(int Turn, int Node) : SymbolicValue;

    /// <summary>What is only known at run time, such as products found. Two values with the same id are the same.</summary>
    public sealed record Unknown(string Id) : SymbolicValue;
}
