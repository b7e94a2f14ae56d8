using MySqlConnector;

namespace FlowEngine.Storage.MySql.Schema;

internal static class SchemaQueries
{
    public static async Task<List<T>> RowsAsync<T>(
        this MySqlConnection connection, string sql, Func<MySqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static async Task ExecuteAsync(this MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
