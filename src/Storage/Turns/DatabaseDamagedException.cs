namespace FlowEngine.Storage.Turns;

/// <summary>Why storage is unavailable: the database itself is damaged, and only a backup helps.</summary>
public sealed class DatabaseDamagedException(Exception cause)
    : Exception($"The database is damaged or is not a database: {cause.Message} Restore it from a backup.", cause);
