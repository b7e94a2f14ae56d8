using FlowEngine.Storage.Schema;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Schema;

/// <summary>Reads the schema from the database itself: what is in the first schema of the search path.</summary>
internal static class PostgreSqlSchemaReader
{
    private const string Here = "relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())";

    /// <summary>Without the tables of extensions, which belong to nobody's schema.</summary>
    private const string Columns = $"""
        SELECT t.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid, true),
          COALESCE(array_position(k.conkey, a.attnum), 0), a.attidentity <> '',
          CASE WHEN a.attcollation <> 0 AND a.attcollation <> y.typcollation THEN c.collname::text END
        FROM pg_class t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        JOIN pg_type y ON y.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
        LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p'
        LEFT JOIN pg_collation c ON c.oid = a.attcollation
        WHERE t.{Here} AND t.relkind IN ('r', 'p', 'f')
          AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = t.oid AND e.deptype = 'e')
        ORDER BY t.relname, a.attnum
        """;

    private const string Indexes = $"""
        SELECT t.relname, i.relname, x.indisunique, EXISTS (SELECT 1 FROM pg_constraint u WHERE u.conindid = i.oid AND u.contype = 'u'),
          pg_get_expr(x.indpred, x.indrelid, true), pg_get_indexdef(i.oid),
          ARRAY(SELECT pg_get_indexdef(i.oid, n, true) || CASE WHEN x.indoption[n - 1]::integer & 1 = 1 THEN ' DESC' ELSE '' END
            FROM generate_series(1, x.indnkeyatts::integer) AS n ORDER BY n)
        FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
        WHERE t.{Here} AND NOT x.indisprimary ORDER BY i.relname
        """;

    private const string Triggers = $"""
        SELECT t.relname, g.tgname, pg_get_triggerdef(g.oid) FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid
        WHERE NOT g.tgisinternal AND t.{Here}
        """;

    private const string Constraints = $"""
        SELECT t.relname, k.conname || ': ' || pg_get_constraintdef(k.oid, true) FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
        WHERE t.{Here} AND k.contype IN ('c', 'f', 'x') ORDER BY k.conname
        """;

    private const string Keys = $"SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid WHERE i.{Here} AND x.indisprimary";

    /// <summary>What stands before the definition.</summary>
    public static string ConstraintName(string constraint) => constraint[..constraint.IndexOf(": ", StringComparison.Ordinal)];

    public static async Task<SchemaFacts> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var columns = await connection.RowsAsync(Columns, row => (Table: row.GetString(0), Column: Column(row)), cancellationToken);
        var indexes = await connection.RowsAsync(Indexes, Index, cancellationToken);
        var triggers = await connection.RowsAsync(
            Triggers, row => (Table: row.GetString(0), Name: row.GetString(1), Sql: row.GetString(2)), cancellationToken);
        var constraints = (await connection.RowsAsync(Constraints, row => (Table: row.GetString(0), Text: row.GetString(1)), cancellationToken))
            .ToLookup(row => row.Table, row => row.Text, StringComparer.Ordinal);
        var names = columns.Select(row => row.Table).Distinct(StringComparer.Ordinal).ToList();
        var filled = await FilledAsync(connection, names, cancellationToken);
        var tables = columns.GroupBy(row => row.Table, row => row.Column, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new TableFacts(
                group.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase),
                [.. indexes.Where(index => index.Table == group.Key).Select(index => index.Facts)],
                [.. constraints[group.Key]],
                indexes.Where(index => index.Table == group.Key && !index.Facts.IsConstraint).Select(index => (index.Facts.Name, index.Sql))
                    .Concat(triggers.Where(trigger => trigger.Table == group.Key).Select(trigger => (trigger.Name, trigger.Sql)))
                    .ToDictionary(statement => statement.Item1, statement => statement.Item2, StringComparer.OrdinalIgnoreCase),
                filled.Contains(group.Key)),
            StringComparer.OrdinalIgnoreCase);
        var objects = indexes.Select(index => index.Facts.Name).Concat(triggers.Select(trigger => trigger.Name))
            .Concat(await connection.RowsAsync(Keys, row => row.GetString(0), cancellationToken));
        var history = names.Contains("__EFMigrationsHistory", StringComparer.Ordinal)
            ? await connection.RowsAsync("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, row => row.GetString(0), cancellationToken)
            : [];
        return new(tables, objects.ToHashSet(StringComparer.OrdinalIgnoreCase), history.ToHashSet(StringComparer.Ordinal));
    }

    private static ColumnFacts Column(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetString(2), row.GetBoolean(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetInt32(5), row.GetBoolean(6),
        row.IsDBNull(7) ? null : row.GetString(7));

    private static (string Table, IndexFacts Facts, string Sql) Index(NpgsqlDataReader row) => (
        row.GetString(0),
        new(row.GetString(1), row.GetFieldValue<string[]>(6), row.GetBoolean(2), row.IsDBNull(4) ? null : row.GetString(4), row.GetBoolean(3)),
        row.GetString(5));

    private static async Task<HashSet<string>> FilledAsync(
        NpgsqlConnection connection, List<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var sql = string.Join(
            " UNION ALL ",
            names.Select(name => $"SELECT {PostgreSqlSchemaSql.Text(name)} WHERE EXISTS (SELECT 1 FROM {PostgreSqlSchemaSql.Name(name)})"));
        return [.. await connection.RowsAsync(sql, row => row.GetString(0), cancellationToken)];
    }
}
