namespace FlowEngine.Chat.Queues;

/// <summary>The places in the queues of a session and of its conversation.</summary>
internal sealed class BothPlaces(IDisposable session, IDisposable conversation) : IDisposable
{
    public void Dispose()
    {
        conversation.Dispose();
        session.Dispose();
    }
}
