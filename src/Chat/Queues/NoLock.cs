namespace FlowEngine.Chat.Queues;

/// <summary>For what stands in no queue.</summary>
internal sealed class NoLock : IDisposable
{
    public static NoLock Instance { get; } = new();

    public void Dispose()
    {
    }
}
