using System.Collections.Immutable;
using FlowEngine.Conversations;

namespace FlowEngine.Checking.Symbolic;

/// <param name="Node">Where the frame stands: the next node, or the one that called the frame after it.</param>
internal sealed record SymbolicFrame(int Node, ImmutableSortedDictionary<string, Sym> Walk);

/// <param name="Message">One that fulfils all constraints; null where the wait ended in a time-out.</param>
internal sealed record SymbolicTurn(string? Message, ImmutableSortedDictionary<string, MessageConstraint> Constraints)
{
    public static SymbolicTurn Any { get; } = new("hello", ImmutableSortedDictionary<string, MessageConstraint>.Empty.WithComparers(StringComparer.Ordinal));

    public static SymbolicTurn TimeOut { get; } = Any with { Message = null };
}

/// <summary>A walk of which only that is known which matters: where it stands, and what its variables come from.</summary>
internal sealed record SymbolicState
{
    public static ImmutableSortedDictionary<string, Sym> NoVariables { get; } =
        ImmutableSortedDictionary<string, Sym>.Empty.WithComparers(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, bool> NoFacts { get; } =
        ImmutableSortedDictionary<string, bool>.Empty.WithComparers(StringComparer.Ordinal);

    public required ImmutableList<SymbolicFrame> Frames { get; init; }

    public ImmutableSortedDictionary<string, Sym> Conversation { get; init; } = NoVariables;

    public ImmutableList<SymbolicTurn> Turns { get; init; } = [SymbolicTurn.Any];

    /// <summary>What was taken to be so of values that only a walk will show.</summary>
    public ImmutableSortedDictionary<string, bool> Facts { get; init; } = NoFacts;

    /// <summary>The user was told something in this turn, or has asked nothing in it.</summary>
    public bool Told { get; init; }

    /// <summary>It depends on more than what the user writes whether a walk comes here.</summary>
    public bool IsGuessed { get; init; }

    public int StepsInTurn { get; init; }

    /// <summary>Node at which the turn came to its end without a word; -1: none.</summary>
    public int MutedAt { get; init; } = -1;

    public SymbolicState? Before { get; init; }

    public int Node => Frames[^1].Node;

    public ImmutableSortedDictionary<string, Sym> Walk => Frames[^1].Walk;

    public SymbolicState At(int node) => this with { Frames = Frames.SetItem(Frames.Count - 1, Frames[^1] with { Node = node }) };

    public SymbolicState Set(AssignmentScope scope, string name, Sym value)
    {
        if (scope == AssignmentScope.Conversation)
        {
            return this with { Conversation = Conversation.SetItem(name, value) };
        }

        return this with { Frames = Frames.SetItem(Frames.Count - 1, Frames[^1] with { Walk = Walk.SetItem(name, value) }) };
    }

    public SymbolicState Hear(SymbolicTurn turn) => this with { Turns = Turns.Add(turn), Told = turn.Message is null, StepsInTurn = 0 };

    /// <summary>The value at a path, of which the segments below the variable are left to the caller.</summary>
    public Sym Resolve(VariablePath path) => path.Root switch
    {
        VariableRoot.Walk => Walk.GetValueOrDefault(path.Name, Sym.Nothing),
        VariableRoot.Conversation => Conversation.GetValueOrDefault(path.Name, Sym.Nothing),
        VariableRoot.Any => Walk.TryGetValue(path.Name, out var own) ? own : Conversation.GetValueOrDefault(path.Name, Sym.Nothing),
        VariableRoot.Message => Turns[^1].Message is null ? Sym.Nothing : new HeardSym(Turns.Count - 1, -1),
        _ => new OpaqueSym(path.ToString()),
    };
}
