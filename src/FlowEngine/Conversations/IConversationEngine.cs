namespace FlowEngine.Conversations;

/// <summary>Answers one turn. Expected failures are in the outcome; an exception is a bug or the caller's cancelling.</summary>
public interface IConversationEngine
{
    Task<TurnOutcome> RunAsync(TurnInput turn, IReplyStream stream, CancellationToken cancellationToken);
}
