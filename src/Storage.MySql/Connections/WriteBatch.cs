using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using FlowEngine.Storage.Statements;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Connections;

/// <summary>Statements that are kept all or none, in one round trip.</summary>
internal static class WriteBatch
{
    private static readonly SqlStatement s_begin = new("START TRANSACTION");
    private static readonly SqlStatement s_commit = new("COMMIT");
    private static readonly SqlStatement s_count = new("SELECT ROW_COUNT()");

    public static Task RunAsync(MySqlConnections connections, IEnumerable<SqlStatement> statements, CancellationToken cancellationToken) =>
        ReadAsync(connections, statements, batch => batch.ExecuteNonQueryAsync(CancellationToken.None), cancellationToken);

    /// <returns>The rows that the last statement changed.</returns>
    public static Task<int> LastCountAsync(
        MySqlConnections connections, IEnumerable<SqlStatement> statements, CancellationToken cancellationToken) => ReadAsync(
            connections,
            statements.Append(s_count),
            async batch =>
            {
                await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
                var count = 0;
                do
                {
                    while (await reader.ReadAsync(CancellationToken.None))
                    {
                        count = Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture);
                    }
                }
                while (await reader.NextResultAsync(CancellationToken.None));

                return count;
            },
            cancellationToken);

    /// <returns>The rows that each statement changed.</returns>
    public static Task<IReadOnlyList<int>> CountAsync(
        MySqlConnections connections, IEnumerable<SqlStatement> statements, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<int>>(
            connections,
            statements.SelectMany(statement => new[] { statement, s_count }),
            async batch =>
            {
                await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
                var counts = new List<int>();
                do
                {
                    while (await reader.ReadAsync(CancellationToken.None))
                    {
                        counts.Add(reader.GetInt32(0));
                    }
                }
                while (await reader.NextResultAsync(CancellationToken.None));

                return counts;
            },
            cancellationToken);

    /// <summary>Once it is sent it is not cancelled, as nobody would know what became of it.</summary>
    public static async Task<T> ReadAsync<T>(
        MySqlConnections connections, IEnumerable<SqlStatement> statements, Func<MySqlBatch, Task<T>> run, CancellationToken cancellationToken)
    {
        await using var connection = await connections.Pool.OpenConnectionAsync(cancellationToken);
        await using var batch = connections.Batch(connection, statements.Prepend(s_begin).Append(s_commit));
        try
        {
            return await run(batch);
        }
        catch (Exception fault) when (fault is MySqlException or SocketException or IOException)
        {
            await RollBackAsync(connection);
            throw;
        }
    }

    /// <summary>A statement that failed leaves those before it in an open transaction.</summary>
    public static async Task RollBackAsync(MySqlConnection connection)
    {
        try
        {
            await using var command = new MySqlCommand("ROLLBACK", connection);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception lost) when (lost is DbException or InvalidOperationException or SocketException or IOException)
        {
            // The connection is gone, and with it the transaction.
        }
    }
}
