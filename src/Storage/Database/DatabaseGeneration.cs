namespace FlowEngine.Storage.Database;

/// <summary>Counts the databases that a process has served from: a file that was put in the place of another is the next one.</summary>
public sealed class DatabaseGeneration
{
    /// <summary>What is kept in memory by ids of the database before has to be forgotten.</summary>
    public event EventHandler? Replaced;

    public void Advance() => Replaced?.Invoke(this, EventArgs.Empty);
}
