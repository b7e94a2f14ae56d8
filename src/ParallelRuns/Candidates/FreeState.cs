using FlowEngine.Conversations;

namespace FlowEngine.ParallelRuns.Candidates;

/// <summary>The state of a candidate that goes on from its own: the conversation as it would have been.</summary>
/// <param name="Context">JSON of its <see cref="ConversationState"/>.</param>
/// <param name="Flow">The version that its walk waits in, or took last.</param>
/// <param name="History">What the user said and what it answered, oldest first.</param>
public sealed record FreeState(
    string? Context, ConversationStatus Status, string Language, FlowVersionRef? Flow, IReadOnlyList<HistoryMessage> History)
{
    /// <summary>More than any engine shows its model.</summary>
    private const int MaxHistory = 50;

    public static FreeState New(string language) => new(null, ConversationStatus.Open, language, null, []);

    public FreeState After(TurnInput turn, TurnOutcome outcome, string? context)
    {
        var said = outcome.Messages.Select(message => new HistoryMessage(message.Role, message.Content, turn.Now));
        var asked = turn.Message is { } text ? [new HistoryMessage(MessageRole.User, text, turn.Now)] : Array.Empty<HistoryMessage>();
        return new(
            context ?? Context, outcome.Status, outcome.Language, outcome.Flow ?? Flow,
            [.. History.Concat(asked).Concat(said).TakeLast(MaxHistory)]);
    }
}
