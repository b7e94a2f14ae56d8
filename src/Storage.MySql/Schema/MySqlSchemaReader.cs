using FlowEngine.Storage.Schema;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>Reads the schema from the database itself.</summary>
internal static class MySqlSchemaReader
{
    private const string Tables =
        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name";

    private const string Triggers = """
        SELECT event_object_table, trigger_name,
          CONCAT('CREATE TRIGGER `', trigger_name, '` ', action_timing, ' ', event_manipulation, ' ON `', event_object_table, '` FOR EACH ROW ', action_statement)
        FROM information_schema.triggers WHERE trigger_schema = DATABASE()
        """;

    private const string Constraints = """
        SELECT table_name, CONCAT(LOWER(constraint_type), ' ', constraint_name) FROM information_schema.table_constraints
        WHERE table_schema = DATABASE() AND constraint_type IN ('FOREIGN KEY', 'CHECK') ORDER BY constraint_name
        """;

    private const string Active =
        $"SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name = '{ActiveRows.Column}'";

    public static async Task<SchemaFacts> ReadAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(connection, cancellationToken);
        var triggers = (await connection.RowsAsync(Triggers, row => (Table: row.GetString(0), Name: row.GetString(1), Sql: row.GetString(2)), cancellationToken))
            .ToLookup(row => row.Table, row => (row.Name, row.Sql), StringComparer.OrdinalIgnoreCase);
        var constraints = (await connection.RowsAsync(Constraints, row => (Table: row.GetString(0), Text: row.GetString(1)), cancellationToken))
            .ToLookup(row => row.Table, row => row.Text, StringComparer.OrdinalIgnoreCase);
        var active = (await connection.RowsAsync(Active, Text, cancellationToken)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tables = new Dictionary<string, TableFacts>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            var more = triggers[name].Concat(active.Contains(name) ? [(ActiveRows.Name(name), "")] : []);
            tables.Add(name, await TableAsync(connection, name, more, [.. constraints[name]], cancellationToken));
        }

        var history = tables.ContainsKey("__EFMigrationsHistory")
            ? await connection.RowsAsync("SELECT MigrationId FROM __EFMigrationsHistory", Text, cancellationToken)
            : [];
        var objects = tables.Values.SelectMany(table => table.Statements.Keys).Concat(names);
        return new(tables, objects.ToHashSet(StringComparer.OrdinalIgnoreCase), history.ToHashSet(StringComparer.Ordinal));
    }

    public static Task<List<string>> NamesAsync(MySqlConnection connection, CancellationToken cancellationToken) =>
        connection.RowsAsync(Tables, Text, cancellationToken);

    /// <summary>Of tables that only this session sees.</summary>
    public static async Task<SchemaFacts> ReadTemporaryAsync(
        MySqlConnection connection, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var tables = new Dictionary<string, TableFacts>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            tables.Add(name, await TableAsync(connection, name, [], [], cancellationToken));
        }

        return SchemaFacts.Empty with { Tables = tables };
    }

    private static async Task<TableFacts> TableAsync(
        MySqlConnection connection, string name, IEnumerable<(string Name, string Sql)> more, IReadOnlyList<string> constraints,
        CancellationToken cancellationToken)
    {
        var indexes = await MySqlColumns.IndexesAsync(connection, name, cancellationToken);
        return new(
            (await MySqlColumns.ReadAsync(connection, name, cancellationToken)).ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase),
            indexes,
            constraints,
            indexes.Select(index => (index.Name, Sql: MySqlColumns.Sql(name, index))).Concat(more)
                .ToDictionary(statement => statement.Name, statement => statement.Sql, StringComparer.OrdinalIgnoreCase),
            (await connection.RowsAsync($"SELECT 1 FROM {MySqlSchemaSql.Name(name)} LIMIT 1", row => 1, cancellationToken)).Count > 0);
    }

    private static string Text(MySqlDataReader row) => row.GetString(0);
}
