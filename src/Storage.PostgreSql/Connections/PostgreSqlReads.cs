using System.Data.Common;
using System.Runtime.ExceptionServices;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;
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
            catch (BrokenConnectionException)
            {
                return await RunAsync(sql, arguments, read, cancellationToken);
            }
        }
        catch (Exception fault) when (PostgreSqlFaults.Unavailable(fault) is { } unavailable)
        {
            throw unavailable;
        }
    }

    private async Task<T> RunAsync<T>(
        string sql, IReadOnlyList<(string Name, object? Value)> arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var (value, misread) = await connections.UseAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                foreach (var (name, value) in arguments)
                {
                    command.Parameters.Add(new NpgsqlParameter(name, Commands.Value(value)));
                }

                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                return Read(reader, read, connection);
            },
            cancellationToken);
        misread?.Throw();
        return value!;
    }

    /// <summary>A row that cannot be read is no fault of its connection.</summary>
    private static (T? Value, ExceptionDispatchInfo? Misread) Read<T>(DbDataReader reader, Func<DbDataReader, T> read, NpgsqlConnection connection)
    {
        try
        {
            return (read(reader), null);
        }
        catch (Exception fault) when (fault is not NpgsqlException && !PostgreSqlFaults.IsBroken(fault, connection))
        {
            return (default, ExceptionDispatchInfo.Capture(fault));
        }
    }
}
