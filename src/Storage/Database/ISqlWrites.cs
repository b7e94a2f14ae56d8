namespace FlowEngine.Storage.Database;

/// <summary>
/// Hand-written, prepared SQL for the writes of background work. It queues with the turns where the database has one writer. Faults of the
/// database come as <see cref="Turns.StorageUnavailableException"/>; nothing is half-written then.
/// </summary>
public interface ISqlWrites
{
    /// <summary>All statements in one transaction, in their order.</summary>
    /// <returns>The rows that each changed.</returns>
    Task<IReadOnlyList<int>> ExecuteAsync(IReadOnlyList<SqlWrite> statements, CancellationToken cancellationToken);
}

/// <param name="Arguments">By name, without the <c>@</c> that the SQL writes before it; always in the same order for the same SQL.</param>
public sealed record SqlWrite(string Sql, params IReadOnlyList<(string Name, object? Value)> Arguments);
