using FlowEngine.Chat.Queues;

namespace FlowEngine.Chat.Turns;

/// <summary>A turn that is first in the queue of its conversation, until it is disposed of.</summary>
/// <param name="Conversation">Null where the turn begins one, which gets <paramref name="Id"/>.</param>
/// <param name="Session">That the caller named or is bound to; null: a new one.</param>
/// <param name="Before">The conversation as it is now; null where there is none.</param>
public sealed record QueueTicket(Guid? Conversation, Guid Id, string? Session, LoadedConversation? Before) : IDisposable
{
    internal IDisposable Held { get; init; } = NoLock.Instance;

    public void Dispose() => Held.Dispose();
}
