using System.Text.RegularExpressions;
using FlowEngine.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

internal static partial class SqliteIndexes
{
    private const string Indexes = "SELECT name, \"unique\", origin FROM pragma_index_list(@name) WHERE origin <> 'pk' ORDER BY name";
    private const string Columns = "SELECT name, \"desc\", coll FROM pragma_index_xinfo(@name) WHERE key = 1 ORDER BY seqno";

    public static List<IndexFacts> Read(SqliteConnection connection, string table, Dictionary<string, string> statements) => connection.Rows(
        Indexes, table, row =>
        {
            var name = row.GetString(0);
            var filter = statements.TryGetValue(name, out var sql) && Where().Match(sql) is { Success: true } match
                ? Space().Replace(match.Groups["filter"].Value.Trim(), " ")
                : null;
            return new IndexFacts(name, connection.Rows(Columns, name, Column), row.GetInt64(1) != 0, filter, row.GetString(2) == "u");
        });

    private static string Column(SqliteDataReader row) =>
        (row.IsDBNull(0) ? "(expression)" : row.GetString(0)) + (row.GetInt64(1) == 0 ? "" : " DESC")
        + (row.IsDBNull(2) || row.GetString(2) == "BINARY" ? "" : $" COLLATE {row.GetString(2)}");

    [GeneratedRegex(@"\)\s*WHERE\s(?<filter>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Where();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
