using FlowEngine.Storage.Sqlite.Connections;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>One piece of work for the writer, and who waits for it.</summary>
internal abstract class WriteItem
{
    public abstract bool IsCancelled { get; }

    /// <summary>Writes within the open transaction; false asks to undo what this item wrote. May be called again after a rollback.</summary>
    public abstract bool Run(StatementCache db);

    /// <summary>A unique constraint refused the item.</summary>
    public abstract void Refuse();

    /// <summary>What was written is durable.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception fault);
}
