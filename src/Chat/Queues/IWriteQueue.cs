namespace FlowEngine.Chat.Queues;

/// <summary>What waits for the writer, where the database has a single one.</summary>
public interface IWriteQueue
{
    /// <summary>Writes that no transaction has taken yet.</summary>
    int Length { get; }
}
