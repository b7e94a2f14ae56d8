using Microsoft.Data.Sqlite;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>Reads of what the database says of itself.</summary>
internal static class SchemaQueries
{
    /// <param name="name">The parameter <c>@name</c>.</param>
    public static List<T> Rows<T>(this SqliteConnection connection, string sql, string name, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@name", name);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static List<string> Texts(this SqliteConnection connection, string sql) => connection.Rows(sql, "", row => row.GetString(0));
}
