using System.Globalization;

namespace FlowEngine.Storage.Tests.Schema;

/// <summary>The model's tables with some tables, columns and indexes left out, others of other types, and rows in them.</summary>
internal sealed class RandomSchema(IReadOnlyList<RandomSchema.Column> model, int seed)
{
    private static readonly Dictionary<string, string[]> s_types = new()
    {
        ["TEXT"] = ["TEXT", "VARCHAR(20)", "LONGTEXT", "CHAR(3)", "", "TEXT COLLATE NOCASE"],
        ["INTEGER"] = ["INTEGER", "BIGINT", "INT UNSIGNED", "TINYINT(1)", "TEXT", "NUMERIC"],
        ["REAL"] = ["REAL", "DOUBLE", "TEXT"],
        ["NUMERIC"] = ["NUMERIC", "DECIMAL(10,2)", "TEXT"],
    };

    private readonly Random _random = new(seed);

    /// <summary>All columns of the model.</summary>
    public static async Task<IReadOnlyList<Column>> ReadModelAsync()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        using var connection = database.OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.name, c.name, c.type, c."notnull", c.pk > 0
              OR EXISTS (SELECT 1 FROM pragma_index_list(t.name) i JOIN pragma_index_info(i.name) n WHERE i."unique" AND n.name = c.name)
            FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE '%\_fts%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\_\_%' ESCAPE '\'
            """;
        using var reader = command.ExecuteReader();
        var columns = new List<Column>();
        while (reader.Read())
        {
            columns.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3), reader.GetBoolean(4)));
        }

        return columns;
    }

    /// <summary>Of several active rows one stays so.</summary>
    public static bool MayChange(string value) => value.EndsWith(".is_active", StringComparison.Ordinal)
        && (value.StartsWith("bot_settings", StringComparison.Ordinal) || value.StartsWith("tenant_conversation_flows", StringComparison.Ordinal));

    public string Sql() => string.Join('\n', model
        .GroupBy(column => column.Table)
        .Where(table => table.Key == "ai_conversations" || _random.Next(4) > 0)
        .Select(table => Table(table.Key, [.. table.Where(column => column.IsUnique || _random.Next(3) > 0)])));

    private string Table(string name, IReadOnlyList<Column> columns)
    {
        var definitions = columns.Select(Definition).Append("legacy_extra " + Pick("TEXT", "INTEGER DEFAULT 7", "VARCHAR(5) NOT NULL", "BLOB"));
        var sql = $"CREATE TABLE {name} ({string.Join(", ", definitions)});\n";
        if (_random.Next(2) == 0)
        {
            sql += $"CREATE INDEX extra_{name} ON {name} ({columns[_random.Next(columns.Count)].Name}, legacy_extra);\n";
        }

        for (var row = 1; row <= _random.Next(4); row++)
        {
            var values = columns.Select(column => Value(column, row)).Append($"'{row}x'");
            sql += $"INSERT INTO {name} VALUES ({string.Join(", ", values)});\n";
        }

        return sql;
    }

    private string Definition(Column column) => column.Name == "id" && column.Type == "INTEGER"
        ? "id " + Pick("INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT", "BIGINT NOT NULL", "BIGINT NOT NULL PRIMARY KEY")
        : $"{column.Name} {Pick(s_types[column.Type])}{(column.IsUnique && _random.Next(2) == 0 ? " NOT NULL" : "")}";

    private string Value(Column column, int row) => column switch
    {
        { IsUnique: false } when _random.Next(3) == 0 => "NULL",
        { Name: "is_active" } => Pick("1", "0"),
        { Type: "TEXT" } when column.Name.EndsWith("_at", StringComparison.Ordinal) || column.Name.EndsWith("_until", StringComparison.Ordinal) =>
            Pick("'2025-11-04 10:00:00'", "'2025-11-04 10:00:00.123456'", "'2026-01-01T00:00:00.0000000Z'"),
        { Type: "TEXT" } => string.Create(CultureInfo.InvariantCulture, $"'ğ{column.Name}''{row}'"),
        { Type: "INTEGER" } => row.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{row}.5"),
    };

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    /// <param name="IsUnique">In a unique index or the key: it is neither left out nor empty.</param>
    internal sealed record Column(string Table, string Name, string Type, bool IsRequired, bool IsUnique);
}
