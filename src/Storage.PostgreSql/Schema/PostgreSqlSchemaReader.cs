using FlowEngine.Storage.Schema;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Schema;

/// <summary>Reads the schema from the database itself: what is in the first schema of the search path.</summary>
internal static class PostgreSqlSchemaReader
{
    private const string Here = "relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())";

    /// <summary>Without the tables of extensions, which belong to nobody's schema.</summary>
    private const string Columns = $"""
        SELECT t.relname, a.attname FROM pg_class t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE t.{Here} AND t.relkind IN ('r', 'p', 'f')
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = t.oid AND d.deptype = 'e')
        """;

    private const string Objects = $"""
        SELECT relname FROM pg_class WHERE {Here} AND relkind IN ('i', 'I')
        UNION ALL
        SELECT g.tgname FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal AND t.{Here}
        """;

    public static async Task<SchemaFacts> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var columns = await RowsAsync(connection, Columns, row => (Table: row.GetString(0), Column: row.GetString(1)), cancellationToken);
        var names = columns.Select(row => row.Table).Distinct(StringComparer.Ordinal).ToList();
        var filled = await FilledAsync(connection, names, cancellationToken);
        var tables = columns.GroupBy(row => row.Table, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new TableFacts(
                group.Select(row => row.Column).ToHashSet(StringComparer.OrdinalIgnoreCase), filled.Contains(group.Key)),
            StringComparer.OrdinalIgnoreCase);
        var objects = await RowsAsync(connection, Objects, row => row.GetString(0), cancellationToken);
        var history = names.Contains("__EFMigrationsHistory", StringComparer.Ordinal)
            ? await RowsAsync(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """, row => row.GetString(0), cancellationToken)
            : [];
        return new(tables, objects.ToHashSet(StringComparer.OrdinalIgnoreCase), history.ToHashSet(StringComparer.Ordinal));
    }

    private static async Task<HashSet<string>> FilledAsync(
        NpgsqlConnection connection, List<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var sql = string.Join(" UNION ALL ", names.Select(name => $"SELECT {Literal(name)} WHERE EXISTS (SELECT 1 FROM {Quoted(name)})"));
        return [.. await RowsAsync(connection, sql, row => row.GetString(0), cancellationToken)];
    }

    private static string Quoted(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    private static string Literal(string name) => '\'' + name.Replace("'", "''", StringComparison.Ordinal) + '\'';

    private static async Task<List<T>> RowsAsync<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
