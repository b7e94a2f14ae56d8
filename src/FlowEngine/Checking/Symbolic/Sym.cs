using FlowEngine.Conversations;

namespace FlowEngine.Checking.Symbolic;

/// <summary>A variable's value, as far as it is known before the flow runs.</summary>
internal abstract record Sym
{
    public static Sym Nothing { get; } = new NothingSym();

    public static Sym Of(Value value) => value.Kind == ValueKind.Null ? Nothing : new ConstantSym(value);
}

internal sealed record NothingSym : Sym;

internal sealed record ConstantSym(Value Value) : Sym;

/// <summary>What the user wrote in a turn; where a node is given, as that node read it.</summary>
/// <param name="Node">Index of the waiting node, or -1.</param>
internal sealed record HeardSym(int Turn, int Node) : Sym;

/// <summary>What only a walk will show, such as products found.</summary>
internal sealed record OpaqueSym(string Id) : Sym;
