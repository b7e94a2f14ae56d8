using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Sqlite.Connections;

namespace FlowEngine.Storage.Sqlite.Schema;

/// <summary>SQLite has no hash; <c>sha256</c> is the migration's own function.</summary>
internal sealed class SqliteSchemaSql : ISchemaSql
{
    public static string Name(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public string Quote(string name) => Name(name);

    public string Literal(string text) => '\'' + text.Replace("'", "''", StringComparison.Ordinal) + '\'';

    public string Literal(DateTimeOffset time) => Literal(SqliteValues.Time(time));

    public string Concat(params IReadOnlyList<string> parts) => string.Join(" || ", parts);

    public string Hash(string text) => $"substr(sha256({text}), 1, 32)";

    public string RandomHash() => "lower(hex(randomblob(16)))";

    public string Uuid(string time, string hash)
    {
        var milliseconds = $"printf('%012x', COALESCE(CAST(strftime('%s', {time}) AS INTEGER), 0) * 1000)";
        return $"substr({milliseconds}, 1, 8) || '-' || substr({milliseconds}, 9, 4) || '-7' || substr({hash}, 1, 3) || '-8' || substr({hash}, 4, 3)"
            + $" || '-' || substr({hash}, 7, 12)";
    }

    public string Integer(ColumnFacts found) => $"CAST({Name(found.Name)} AS INTEGER)";

    public IReadOnlyList<string> Renumber(string table) => [];

    public string Converted(ColumnFacts found, Type modelType)
    {
        var value = Name(found.Name);
        return modelType switch
        {
            _ when modelType == typeof(DateTimeOffset) => Time(value),
            _ when modelType == typeof(bool) => Flag(value),
            _ => value,
        };
    }

    /// <summary>The legacy system writes <c>2025-11-04 10:00:00</c>, which would sort before all that we write; some tools write seconds since 1970.</summary>
    private static string Time(string value) =>
        $"CASE WHEN typeof({value}) IN ('integer', 'real') THEN strftime('%Y-%m-%dT%H:%M:%S.0000000Z', {value}, 'unixepoch')"
        + $" WHEN {value} GLOB '????-??-?? ??:??:??' OR {value} GLOB '????-??-?? ??:??:??.[0-9]*'"
        + $" THEN substr({value}, 1, 10) || 'T' || substr({value}, 12, 8) || '.' || substr(substr({value}, 21) || '0000000', 1, 7) || 'Z'"
        + $" ELSE {value} END";

    private static string Flag(string value) =>
        $"CASE lower({value}) WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN 'false' THEN 0 WHEN 'no' THEN 0 ELSE {value} END";
}
