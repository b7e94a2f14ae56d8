using FlowEngine.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>Reads the schema from the database itself.</summary>
internal static class SqliteSchemaReader
{
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    private const string Objects = "SELECT name FROM sqlite_master WHERE type IN ('index', 'trigger')";

    public static SchemaFacts Read(SqliteConnection connection)
    {
        var names = Texts(connection, Tables);
        var tables = names.ToDictionary(name => name, name => Table(connection, name), StringComparer.OrdinalIgnoreCase);
        var history = names.Contains("__EFMigrationsHistory", StringComparer.Ordinal)
            ? Texts(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """)
            : [];
        return new(tables, Texts(connection, Objects).ToHashSet(StringComparer.OrdinalIgnoreCase), history.ToHashSet(StringComparer.Ordinal));
    }

    private static TableFacts Table(SqliteConnection connection, string name)
    {
        var quoted = '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        var literal = '\'' + name.Replace("'", "''", StringComparison.Ordinal) + '\'';
        var columns = Texts(connection, $"SELECT name FROM pragma_table_info({literal})").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(columns, Texts(connection, $"SELECT 'yes' FROM {quoted} LIMIT 1").Count > 0);
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
