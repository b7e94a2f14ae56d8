namespace FlowEngine.Chat.Queues;

/// <summary>The queues of a session and, within it, of its conversation.</summary>
internal sealed class NestedLocks(IDisposable session, IDisposable conversation) : IDisposable
{
    public void Dispose()
    {
        conversation.Dispose();
        session.Dispose();
    }
}
