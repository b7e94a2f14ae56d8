using FlowEngine.Storage.Schema;
using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>Reads the schema from the database itself.</summary>
internal static class SqliteSchemaReader
{
    private const string Tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    private const string Statements = "SELECT name, sql FROM sqlite_master WHERE tbl_name = @name COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL";

    public static SchemaFacts Read(SqliteConnection connection)
    {
        var names = connection.Texts(Tables);
        var tables = names.ToDictionary(name => name, name => Table(connection, name), StringComparer.OrdinalIgnoreCase);
        var history = names.Contains("__EFMigrationsHistory", StringComparer.Ordinal)
            ? connection.Texts("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """)
            : [];
        var objects = connection.Texts("SELECT name FROM sqlite_master").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(tables, objects, history.ToHashSet(StringComparer.Ordinal));
    }

    private static TableFacts Table(SqliteConnection connection, string name)
    {
        var statements = connection.Rows(Statements, name, row => (Name: row.GetString(0), Sql: row.GetString(1)))
            .ToDictionary(row => row.Name, row => row.Sql, StringComparer.OrdinalIgnoreCase);
        return new(
            SqliteColumns.Read(connection, name).ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase),
            SqliteIndexes.Read(connection, name, statements),
            SqliteConstraints.Read(connection, name),
            statements,
            connection.Texts($"SELECT 'yes' FROM {SqliteSchemaSql.Name(name)} LIMIT 1").Count > 0);
    }
}
