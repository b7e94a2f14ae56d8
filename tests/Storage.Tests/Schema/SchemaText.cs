using System.Globalization;

namespace FlowEngine.Storage.Tests.Schema;

/// <summary>What a database has, written down so that it can be compared.</summary>
internal static class SchemaText
{
    private const string Sqlite = """
        SELECT t.name || ' | ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '-') || ' ' || c.pk
        FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '%\_fts%' ESCAPE '\'
        UNION ALL
        SELECT tbl_name || ' | ' || name || ' ' || sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
        UNION ALL
        SELECT 'fts | ' || name || ' ' || sql FROM sqlite_master WHERE type = 'table' AND name LIKE '%\_fts' ESCAPE '\'
        """;

    private const string PostgreSql = """
        SELECT concat_ws(' ', table_name, '|', column_name, data_type, is_nullable, column_default, is_identity, collation_name, generation_expression)
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL
        SELECT x.indrelid::regclass || ' | ' || pg_get_indexdef(x.indexrelid) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
        WHERE i.relnamespace = 'public'::regnamespace AND NOT x.indisprimary
        UNION ALL
        SELECT conrelid::regclass || ' | ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 't'
        UNION ALL
        SELECT tgrelid::regclass || ' | ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        """;

    private const string MySql = """
        SELECT CONCAT_WS(' ', table_name, '|', column_name, column_type, is_nullable, column_default, extra, collation_name, generation_expression)
        FROM information_schema.columns WHERE table_schema = DATABASE()
        UNION ALL
        SELECT CONCAT(table_name, ' | INDEX ', index_name, ' ', MIN(non_unique), ' ',
          GROUP_CONCAT(CONCAT_WS(' ', column_name, collation, sub_part) ORDER BY seq_in_index))
        FROM information_schema.statistics WHERE table_schema = DATABASE() GROUP BY table_name, index_name
        UNION ALL
        SELECT CONCAT(table_name, ' | ', constraint_type, ' ', constraint_name) FROM information_schema.table_constraints
        WHERE table_schema = DATABASE() AND constraint_type IN ('FOREIGN KEY', 'CHECK')
        UNION ALL
        SELECT CONCAT(event_object_table, ' | ', trigger_name, ' ', action_statement) FROM information_schema.triggers
        WHERE trigger_schema = DATABASE()
        """;

    private const string MySqlTables = """
        SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 'search_words'
          AND table_name NOT LIKE '\_\_%'
        """;

    private const string SqliteTables = """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\_fts%' ESCAPE '\'
          AND name NOT LIKE '\_\_%' ESCAPE '\'
        """;

    private const string PostgreSqlTables = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname !~ '^__'";

    /// <summary>Columns, indexes, constraints and triggers, a line each, in one order.</summary>
    public static IReadOnlyList<string> Lines(TestDatabase database) =>
        [.. Texts(database, On(database, Sqlite, PostgreSql, MySql)).Order(StringComparer.Ordinal)];

    public static bool HasIndex(TestDatabase database, string name) =>
        Lines(database).Any(line => line.Contains($"INDEX {name} ", StringComparison.Ordinal) || line.Contains($"INDEX \"{name}\" ", StringComparison.Ordinal));

    public static bool HasColumn(TestDatabase database, string table, string column) =>
        Lines(database).Any(line => line.StartsWith($"{table} | {column} ", StringComparison.Ordinal));

    /// <summary>Each value of each row of a table, by the row's id; times and flags as the program reads them.</summary>
    public static IReadOnlyDictionary<string, string> Values(TestDatabase database)
    {
        var values = new Dictionary<string, string>();
        using var connection = database.OpenRaw();
        foreach (var table in Texts(database, On(database, SqliteTables, PostgreSqlTables, MySqlTables)))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var key = string.Join('/', Enumerable.Range(0, reader.FieldCount).Where(at => IsKey(reader.GetName(at), table)).Select(reader.GetValue));
                for (var at = 0; at < reader.FieldCount; at++)
                {
                    if (!reader.IsDBNull(at))
                    {
                        values[$"{table}[{key}].{reader.GetName(at)}"] = Normal(reader.GetValue(at));
                    }
                }
            }
        }

        return values;
    }

    private static string On(TestDatabase database, string sqlite, string postgreSql, string mySql) => database.Provider switch
    {
        DatabaseNames.Sqlite => sqlite,
        DatabaseNames.MySql => mySql,
        _ => postgreSql,
    };

    public static IEnumerable<string> Texts(TestDatabase database, string sql)
    {
        using var connection = database.OpenRaw();
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

    private static bool IsKey(string column, string table) => table switch
    {
        "tenant_usage" => column is "tenant_id" or "instance_id" or "day" or "slot",
        "comparison_usage" => column is "tenant_id" or "instance_id" or "day",
        "tenant_stamps" => column is "tenant_id",
        "tenant_stages" => column is "tenant_id" or "instance_id",
        "kill_switches" => column is "tenant_id" or "instance_id" or "kind" or "subject",
        "audit_seals" => column is "tenant_id" or "instance_id" or "last_id",
        "projections" => column is "instance_id",
        "turn_hours" => column is "tenant_id" or "instance_id" or "hour" or "engine" or "stage" or "flow_version_id" or "language" or "outcome" or "currency"
            or "bucket",
        "candidate_states" => column is "tenant_id" or "conversation_id" or "engine" or "mode",
        _ => column == "id",
    };

    private static string Normal(object value) => value switch
    {
        bool flag => flag ? "1" : "0",
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        _ => Normal(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private static string Normal(string value) => value switch
    {
        "true" => "1",
        "false" => "0",
        [_, _, _, _, '-', _, _, '-', _, _, ' ', _, _, ':', ..] => (value.Replace(' ', 'T') + (value.Length == 19 ? "." : "")).PadRight(27, '0') + "Z",
        _ => value,
    };
}
