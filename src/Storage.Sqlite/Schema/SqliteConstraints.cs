using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>What binds rows beside columns and indexes.</summary>
internal static partial class SqliteConstraints
{
    private const string ForeignKeys =
        "SELECT 'foreign key (' || \"from\" || ') to ' || \"table\" FROM pragma_foreign_key_list(@name) ORDER BY id, seq";

    private const string TableSql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = @name COLLATE NOCASE";

    public static List<string> Read(SqliteConnection connection, string table)
    {
        var constraints = connection.Rows(ForeignKeys, table, row => row.GetString(0));
        if (connection.Rows(TableSql, table, row => row.GetString(0)).Any(sql => Check().IsMatch(Quoted().Replace(sql, ""))))
        {
            constraints.Add("check");
        }

        return constraints;
    }

    [GeneratedRegex(@"\bCHECK\s*\(", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Check();

    [GeneratedRegex("""'[^']*'|"[^"]*"|--[^\n]*""", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
