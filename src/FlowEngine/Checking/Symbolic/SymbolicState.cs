using System.Collections.Immutable;
using FlowEngine.Conversations;

namespace FlowEngine.Checking.Symbolic;

/// <param name="Node">The position of the frame: the next node, or the call that opened the frame above it.</param>
internal sealed record SymbolicFrame(int Node, ImmutableSortedDictionary<string, SymbolicValue> Walk);

/// <param name="Message">A message that satisfies all constraints; null if the wait ended in a time-out.</param>
internal sealed record SymbolicTurn(string? Message, ImmutableSortedDictionary<string, MessageConstraint> Constraints)
{
    public static SymbolicTurn Any { get; } = new("hello", ImmutableSortedDictionary<string, MessageConstraint>.Empty.WithComparers(StringComparer.Ordinal));

    public static SymbolicTurn TimeOut { get; } = Any with { Message = null };
}

/// <summary>A symbolic state of a walk: its position, and where the values of its variables come from.</summary>
internal sealed record SymbolicState
{
    public static ImmutableSortedDictionary<string, SymbolicValue> NoVariables { get; } =
        ImmutableSortedDictionary<string, SymbolicValue>.Empty.WithComparers(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, bool> NoFacts { get; } =
        ImmutableSortedDictionary<string, bool>.Empty.WithComparers(StringComparer.Ordinal);

    public required ImmutableList<SymbolicFrame> Frames { get; init; }

    public ImmutableSortedDictionary<string, SymbolicValue> Conversation { get; init; } = NoVariables;

    public ImmutableList<SymbolicTurn> Turns { get; init; } = [SymbolicTurn.Any];

    /// <summary>The path condition over unknown values: tests that were assumed to hold, or not.</summary>
    public ImmutableSortedDictionary<string, bool> Facts { get; init; } = NoFacts;

    /// <summary>The user received a message in this turn, or did not write in it.</summary>
    public bool Answered { get; init; }

    /// <summary>Reaching this state depends on more than the messages of the user.</summary>
    public bool IsGuessed { get; init; }

    public int StepsInTurn { get; init; }

    /// <summary>Node at which the turn ended without a message to the user; -1: none.</summary>
    public int SilentAt { get; init; } = -1;

    public SymbolicState? Before { get; init; }

    public int Node => Frames[^1].Node;

    public ImmutableSortedDictionary<string, SymbolicValue> Walk => Frames[^1].Walk;

    public SymbolicState At(int node) => this with { Frames = Frames.SetItem(Frames.Count - 1, Frames[^1] with { Node = node }) };

    public SymbolicState Set(AssignmentScope scope, string name, SymbolicValue value)
    {
        if (scope == AssignmentScope.Conversation)
        {
            return this with { Conversation = Conversation.SetItem(name, value) };
        }

        return this with { Frames = Frames.SetItem(Frames.Count - 1, Frames[^1] with { Walk = Walk.SetItem(name, value) }) };
    }

    public SymbolicState Hear(SymbolicTurn turn) => this with { Turns = Turns.Add(turn), Answered = turn.Message is null, StepsInTurn = 0 };

    /// <summary>The value of the variable of a path; the segments below it are left to the caller.</summary>
    public SymbolicValue Resolve(VariablePath path) => path.Root switch
    {
        VariableRoot.Walk => Walk.GetValueOrDefault(path.Name, SymbolicValue.None),
        VariableRoot.Conversation => Conversation.GetValueOrDefault(path.Name, SymbolicValue.None),
        VariableRoot.Any => Walk.TryGetValue(path.Name, out var own) ? own : Conversation.GetValueOrDefault(path.Name, SymbolicValue.None),
        VariableRoot.Message => Turns[^1].Message is null ? SymbolicValue.None : new SymbolicValue.UserInput(Turns.Count - 1, -1),
        _ => new SymbolicValue.Unknown(path.ToString()),
    };
}
