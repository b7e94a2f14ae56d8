using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>Whoever waits for the reply: it is told that there will be one before the engine runs.</summary>
public interface IReplyOpener
{
    /// <returns>What takes the provisional text.</returns>
    ValueTask<IReplyStream> OpenAsync(TurnInput turn, CancellationToken cancellationToken);
}
