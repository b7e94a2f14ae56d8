using System.Data.Common;

namespace FlowEngine.Storage.Database;

/// <summary>
/// Hand-written, prepared SQL for the reads of a turn. Faults of the database come as <see cref="Turns.StorageUnavailableException"/>.
/// </summary>
public interface ISqlReads
{
    /// <param name="arguments">By name, without the <c>@</c> that the SQL writes before it.</param>
    /// <param name="read">Reads all that is wanted of the reader; it must not keep it.</param>
    ValueTask<T> QueryAsync<T>(
        string sql,
        IReadOnlyList<(string Name, object? Value)> arguments,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken);
}
