namespace FlowEngine.Storage.Statements;

/// <summary>
/// Runs the statements of a turn, all of them or none, in one round trip where the database is elsewhere. Once they are sent they are not cancelled, as
/// nobody would know what became of them.
/// </summary>
public interface IStatementRunner
{
    SqlDialect Dialect { get; }

    /// <summary>How often a connection may be found broken before the database counts as gone.</summary>
    int Reconnections { get; }

    /// <summary>Around all that one write does: faults of the database come as <see cref="Chat.Turns.StorageUnavailableException"/>.</summary>
    Task<T> GuardAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken);

    /// <returns>False where a unique index or a statement that must change one row refused them.</returns>
    /// <exception cref="BrokenConnectionException">They may or may not be done.</exception>
    Task<bool> RunAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken);

    /// <returns>The rows that the last one changed; null where they were refused.</returns>
    /// <inheritdoc cref="RunAsync"/>
    Task<int?> CountAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken);
}
