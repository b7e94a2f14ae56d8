namespace FlowEngine.Chat.Queues;

/// <summary>The place of a turn whose caller holds it, or that needs none.</summary>
internal sealed class NoPlace : IDisposable
{
    public static NoPlace Instance { get; } = new();

    public void Dispose()
    {
    }
}
