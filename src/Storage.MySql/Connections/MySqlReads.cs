using System.Data.Common;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>Reads over the pool.</summary>
internal sealed class MySqlReads(MySqlConnections connections, MySqlOptions options) : ISqlReads
{
    public async ValueTask<T> QueryAsync<T>(
        string sql,
        IReadOnlyList<(string Name, object? Value)> arguments,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken)
    {
        options.OnStatement?.Invoke(sql);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await RunAsync(sql, arguments, read, cancellationToken);
            }
            catch (Exception fault) when (MySqlFaults.IsLost(fault) && attempt < connections.PoolSize)
            {
                // After a restart of the server each connection of the pool may be dead; every attempt takes one of them out.
            }
            catch (Exception fault) when (MySqlFaults.Unavailable(fault) is { } unavailable)
            {
                throw unavailable;
            }
            catch (ObjectDisposedException closed)
            {
                throw new StorageUnavailableException("database_unavailable", closed);
            }
        }
    }

    private async ValueTask<T> RunAsync<T>(
        string sql, IReadOnlyList<(string Name, object? Value)> arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await connections.Pool.OpenConnectionAsync(cancellationToken);
        await using var command = new MySqlCommand(sql, connection);
        foreach (var (name, value) in arguments)
        {
            command.Parameters.Add(Commands.Parameter(name, value));
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return read(reader);
    }
}
