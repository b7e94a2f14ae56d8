using System.Data.Common;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Connections;

/// <summary>Reads over the pool; its connections keep their statements prepared.</summary>
internal sealed class PostgreSqlReads(PostgreSqlConnections connections, PostgreSqlOptions options) : ISqlReads
{
    public async ValueTask<T> QueryAsync<T>(
        string sql,
        IReadOnlyList<(string Name, object? Value)> arguments,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken)
    {
        options.OnStatement?.Invoke(sql);
        try
        {
            try
            {
                return await RunAsync(sql, arguments, read, cancellationToken);
            }
            catch (NpgsqlException fault) when (PostgreSqlFaults.IsBroken(fault))
            {
                // After a restart of the server every idle connection is dead: none of them is tried again.
                connections.Pool.Clear();
                return await RunAsync(sql, arguments, read, cancellationToken);
            }
        }
        catch (Exception fault) when (PostgreSqlFaults.Unavailable(fault) is { } unavailable)
        {
            throw unavailable;
        }
        catch (ObjectDisposedException closed)
        {
            throw new StorageUnavailableException("database_unavailable", closed);
        }
    }

    private static object Parameter(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUniversalTime(),
        string text => StoredText.Of(text)!,
        _ => value,
    };

    private async ValueTask<T> RunAsync<T>(
        string sql, IReadOnlyList<(string Name, object? Value)> arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = connections.Pool.CreateCommand(sql);
        foreach (var (name, value) in arguments)
        {
            command.Parameters.Add(new NpgsqlParameter(name, Parameter(value)));
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return read(reader);
    }
}
