using FlowEngine.Chat.Engines;
using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>What the engine that answers now takes over from the one that answered the turn before.</summary>
/// <param name="Taken">Of the candidate; null where the engine starts fresh. Never with a wait: nobody asked the user.</param>
public sealed record Handover(ConversationState? Taken)
{
    public const string TakenOver = "taken_over";
    public const string Fresh = "fresh";

    public string Text => Taken is null ? Fresh : TakenOver;

    /// <summary>Null where the engine is the one of the turn before, or there was none.</summary>
    public static Handover? Decide(LoadedConversation? before, EngineName engine)
    {
        // While V2 waits nobody else has answered: what came in between was cancelled.
        if (before?.LastEngine is not { } last || last == EngineText.Of(engine)
            || (engine == EngineName.V2 && before.Status == ConversationStatus.Waiting))
        {
            return null;
        }

        // V1 has no state but the history, which both share.
        return new(engine == EngineName.V2 ? StateOf(before) : null);
    }

    /// <summary>Only a candidate that ran on the turn before has seen what the user has.</summary>
    private static ConversationState? StateOf(LoadedConversation before) =>
        before.Candidate is { } candidate && candidate.AfterSeq == before.LastSeq && ConversationStateJson.Read(candidate.State).State is { } state
            ? state with { Walk = null }
            : null;
}
