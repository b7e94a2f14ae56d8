using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>
/// A table is changed by making it anew beside itself. Foreign keys of others name it, so it is dropped and the new one takes its name, with
/// foreign keys off meanwhile. Where that is broken off, the new one is whole as soon as the old one is gone: see <see cref="Left"/>.
/// </summary>
internal static class TableRebuild
{
    private const string Beside = "__new";

    public static IReadOnlyList<string> Statements(TableChange change)
    {
        var (old, made) = (MySqlSchemaSql.Name(change.Table), MySqlSchemaSql.Name(change.Table + Beside));
        var columns = string.Join(", ", change.Values.Select(value => MySqlSchemaSql.Name(value.Column)));
        var values = string.Join(",\n  ", change.Values.Select(value => value.Sql));
        var indexes = change.Kept.Where(sql => !sql.StartsWith("CREATE TRIGGER", StringComparison.Ordinal));
        return
        [
            $"DROP TABLE IF EXISTS {made}",
            .. change.Create(change.Table + Beside),
            $"INSERT INTO {made} ({columns})\nSELECT\n  {values}\nFROM {old}",
            .. indexes.Select(sql => sql.Replace($" ON {old} (", $" ON {made} (", StringComparison.Ordinal)),
            .. Numbers(change),
            $"DROP TABLE {old}",
            $"RENAME TABLE {made} TO {old}",
            .. change.Kept.Where(sql => sql.StartsWith("CREATE TRIGGER", StringComparison.Ordinal)),
        ];
    }

    public static bool IsBeside(string table) => table.EndsWith(Beside, StringComparison.Ordinal);

    /// <summary>Statements that bring what a change left when it was broken off to one of its ends.</summary>
    public static IEnumerable<string> Left(IReadOnlyCollection<string> tables) => tables.Where(IsBeside).Select(made =>
    {
        var table = made[..^Beside.Length];
        return tables.Contains(table, StringComparer.OrdinalIgnoreCase)
            ? $"DROP TABLE {MySqlSchemaSql.Name(made)}"
            : $"RENAME TABLE {MySqlSchemaSql.Name(made)} TO {MySqlSchemaSql.Name(table)}";
    });

    /// <summary>A number that was given to a deleted row is not given again.</summary>
    private static IEnumerable<string> Numbers(TableChange change) => change.Found.Columns.Values.Any(column => column.IsGenerated)
        ?
        [
            $"""
            SET @flowengine_sql = (SELECT CONCAT('ALTER TABLE {MySqlSchemaSql.Name(change.Table + Beside)} AUTO_INCREMENT = ', COALESCE(auto_increment, 1))
              FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = {MySqlSchemaSql.Text(change.Table)});
            PREPARE flowengine_numbers FROM @flowengine_sql; EXECUTE flowengine_numbers; DEALLOCATE PREPARE flowengine_numbers
            """,
        ]
        : [];
}
