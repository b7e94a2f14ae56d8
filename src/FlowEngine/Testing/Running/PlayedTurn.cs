using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Testing.Tracing;

namespace FlowEngine.Testing.Running;

/// <summary>What one step of a script came to: one turn, or the time-outs of the time that passed.</summary>
public sealed record PlayedTurn
{
    /// <summary>Null where time passed.</summary>
    public string? Message { get; init; }

    public IReadOnlyList<Message> Messages { get; init; } = [];

    public IReadOnlyList<FoldedStep> Steps { get; init; } = [];

    /// <summary>Stored and external ones, in the order of the nodes; none was performed.</summary>
    public IReadOnlyList<EffectIntent> Effects { get; init; } = [];

    /// <summary>After the turn.</summary>
    public required ConversationState State { get; init; }

    public required string Language { get; init; }

    public bool Ended { get; init; }

    /// <summary>Null where nothing waits.</summary>
    public Step? Waiting { get; init; }

    /// <summary>How long until the wait times out; null where it does not.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    public TurnFailure? Failure { get; init; }

    /// <summary>As expectations of texts see it.</summary>
    public string Text => string.Join('\n', Messages.Select(message => message.Content));
}
