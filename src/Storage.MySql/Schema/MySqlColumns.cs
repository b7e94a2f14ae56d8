using System.Globalization;
using FlowEngine.Storage.Schema;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>Columns and indexes of a table, as <c>SHOW</c> tells them: of temporary tables too.</summary>
internal static class MySqlColumns
{
    public static async Task<List<ColumnFacts>> ReadAsync(MySqlConnection connection, string table, CancellationToken cancellationToken)
    {
        var keys = (await IndexRowsAsync(connection, table, cancellationToken)).Where(row => row.Name == "PRIMARY")
            .ToDictionary(row => row.Column, row => row.Position, StringComparer.OrdinalIgnoreCase);
        var columns = await connection.RowsAsync(
            $"SHOW FULL COLUMNS FROM {MySqlSchemaSql.Name(table)}",
            row =>
            {
                var (name, type, extra) = (row.GetString("Field"), row.GetString("Type"), row.GetString("Extra"));
                var given = row.IsDBNull(row.GetOrdinal("Default")) ? null : row.GetString("Default");
                return (IsOurs: name == ActiveRows.Column, Facts: new ColumnFacts(
                    name, type, row.GetString("Null") == "YES", Default(given, type), keys.GetValueOrDefault(name),
                    extra.Contains("auto_increment", StringComparison.OrdinalIgnoreCase),
                    row.IsDBNull(row.GetOrdinal("Collation")) ? null : row.GetString("Collation")));
            },
            cancellationToken);
        return columns.Where(column => !column.IsOurs).Select(column => column.Facts).ToList();
    }

    public static async Task<List<IndexFacts>> IndexesAsync(MySqlConnection connection, string table, CancellationToken cancellationToken) =>
        (await IndexRowsAsync(connection, table, cancellationToken)).Where(row => row.Name != "PRIMARY")
            .GroupBy(row => row.Name, StringComparer.Ordinal)
            .Select(index => new IndexFacts(
                index.Key, [.. index.OrderBy(row => row.Position).Select(row => row.Text)], index.First().IsUnique, Filter: null, IsConstraint: false))
            .ToList();

    /// <summary>A statement that makes the index again.</summary>
    public static string Sql(string table, IndexFacts index)
    {
        var columns = index.Columns.Select(column => column.Split(' ', '(') is [var name, ..] ? MySqlSchemaSql.Name(name) + column[name.Length..] : column);
        return $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {MySqlSchemaSql.Name(index.Name)} ON {MySqlSchemaSql.Name(table)} ({string.Join(", ", columns)})";
    }

    private static Task<List<IndexRow>> IndexRowsAsync(MySqlConnection connection, string table, CancellationToken cancellationToken) =>
        connection.RowsAsync(
            $"SHOW INDEX FROM {MySqlSchemaSql.Name(table)}",
            row => new IndexRow(
                row.GetString("Key_name"), row.GetInt32("Non_unique") == 0, row.GetInt32("Seq_in_index"),
                row.IsDBNull(row.GetOrdinal("Column_name")) ? "expression" : row.GetString("Column_name"),
                row.IsDBNull(row.GetOrdinal("Sub_part")) ? null : row.GetInt32("Sub_part"),
                !row.IsDBNull(row.GetOrdinal("Collation")) && row.GetString("Collation") == "D"),
            cancellationToken);

    /// <summary>As SQL: texts come without quotes.</summary>
    private static string? Default(string? given, string type) => given switch
    {
        null or "NULL" => null,
        _ when given.Contains('(', StringComparison.Ordinal) || given.StartsWith('\'') || given.StartsWith("CURRENT", StringComparison.OrdinalIgnoreCase) => given,
        _ when decimal.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && !type.Contains("char", StringComparison.OrdinalIgnoreCase) => given,
        _ => MySqlSchemaSql.Text(given),
    };

    private sealed record IndexRow(string Name, bool IsUnique, int Position, string Column, int? Prefix, bool IsDescending)
    {
        public string Text => Column + (Prefix is null ? "" : string.Create(CultureInfo.InvariantCulture, $"({Prefix})")) + (IsDescending ? " DESC" : "");
    }
}
