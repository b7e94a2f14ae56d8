using FlowEngine.Storage.Schema;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FlowEngine.Storage.Sqlite.Schema;

internal static class SqliteColumns
{
    private const string Columns = "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo(@name) WHERE hidden <> 1 ORDER BY cid";

    public static List<ColumnFacts> Read(SqliteConnection connection, string table) => connection.Rows(Columns, table, row =>
    {
        var name = row.GetString(0);
        var (collation, isGenerated) = Beyond(connection, table, name);
        return new ColumnFacts(
            name, row.GetString(1), row.GetInt64(2) == 0, row.IsDBNull(3) ? null : row.GetString(3), row.GetInt32(4), isGenerated, collation);
    });

    /// <summary>What the pragma does not say. A virtual table's columns have none of it.</summary>
    private static (string? Collation, bool IsGenerated) Beyond(SqliteConnection connection, string table, string column)
    {
        var code = raw.sqlite3_table_column_metadata(
            connection.Handle, "main", table, column, out _, out var collation, out _, out _, out var isGenerated);
        return code != raw.SQLITE_OK || string.Equals(collation, "BINARY", StringComparison.OrdinalIgnoreCase)
            ? (null, isGenerated != 0)
            : (collation, isGenerated != 0);
    }
}
