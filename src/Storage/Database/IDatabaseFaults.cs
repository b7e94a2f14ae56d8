namespace FlowEngine.Storage.Database;

/// <summary>Tells faults of the database from faults of the program.</summary>
public interface IDatabaseFaults
{
    /// <summary>A code as in <see cref="Turns.StorageUnavailableException"/>; null where the database is not to blame.</summary>
    string? CodeOf(Exception fault);
}
