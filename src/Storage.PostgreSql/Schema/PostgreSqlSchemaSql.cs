using System.Globalization;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.PostgreSql.Schema;

internal sealed class PostgreSqlSchemaSql : ISchemaSql
{
    private const string Zoned = @"'[0-9]:[0-9].*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$'";

    public static string Name(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    public static string Text(string text) => '\'' + text.Replace("'", "''", StringComparison.Ordinal) + '\'';

    public string Quote(string name) => Name(name);

    public string Literal(string text) => Text(text);

    public string Literal(DateTimeOffset time) =>
        $"TIMESTAMPTZ '{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)}'";

    public string Concat(params IReadOnlyList<string> parts) => string.Join(" || ", parts.Select(part => $"({part})::text"));

    public string Hash(string text) => $"substr(encode(sha256(convert_to({text}, 'UTF8')), 'hex'), 1, 32)";

    public string RandomHash() => "replace(gen_random_uuid()::text, '-', '')";

    public string Uuid(string time, string hash)
    {
        var milliseconds = $"lpad(to_hex(COALESCE(floor(extract(epoch FROM ({time})::timestamptz)), 0)::bigint * 1000), 12, '0')";
        return $"(substr({milliseconds}, 1, 8) || '-' || substr({milliseconds}, 9, 4) || '-7' || substr({hash}, 1, 3) || '-8' || substr({hash}, 4, 3)"
            + $" || '-' || substr({hash}, 7, 12))::uuid";
    }

    public string Integer(ColumnFacts found) => Converted(found, typeof(long));

    public IReadOnlyList<string> Renumber(string table) =>
    [
        $"SELECT setval(pg_get_serial_sequence({Text(Name(table))}, 'id'), "
            + $"GREATEST((SELECT COALESCE(MAX(id), 0) FROM {Name(table)}), nextval(pg_get_serial_sequence({Text(Name(table))}, 'id')) - 1, 1))",
    ];

    public string Converted(ColumnFacts found, Type modelType)
    {
        var value = Name(found.Name);
        return modelType switch
        {
            _ when modelType == typeof(DateTimeOffset) => Time(value, found.Type),
            _ when modelType == typeof(bool) => Flag(value, found.Type),
            _ when modelType == typeof(string) => found.Type == "text" ? value : $"{value}::text",
            _ when modelType == typeof(Guid) => As(value, found.Type, "uuid"),
            _ when modelType == typeof(double) => As(value, found.Type, "double precision"),
            _ when modelType == typeof(decimal) => As(value, found.Type, "numeric"),
            _ when modelType == typeof(int) => As(value, found.Type, "integer"),
            _ => As(value, found.Type, "bigint"),
        };
    }

    /// <summary>What has no zone is in UTC, as the legacy system writes it; numbers are seconds since 1970.</summary>
    private static string Time(string value, string type) => type switch
    {
        "timestamp with time zone" => value,
        "integer" or "bigint" or "smallint" or "double precision" or "real" => $"to_timestamp({value})",
        _ when type.StartsWith("numeric", StringComparison.Ordinal) => $"to_timestamp({value}::double precision)",
        _ when IsText(type) =>
            $"CASE WHEN {value} ~ {Zoned} THEN {Filled(value)}::timestamptz ELSE {Filled(value)}::timestamp AT TIME ZONE 'UTC' END",
        _ => $"{value}::timestamp AT TIME ZONE 'UTC'",
    };

    private static string Flag(string value, string type) => type switch
    {
        "boolean" => value,
        _ when IsText(type) => $"{Filled(value)}::boolean",
        _ => $"({value}::integer <> 0)",
    };

    private static string As(string value, string type, string wanted) => type switch
    {
        _ when type == wanted => value,
        "boolean" => $"{value}::integer::{wanted}",
        _ when IsText(type) => $"{Filled(value)}::{wanted}",
        _ => $"{value}::{wanted}",
    };

    private static bool IsText(string type) => type == "text" || type.StartsWith("character", StringComparison.Ordinal);

    private static string Filled(string value) => $"NULLIF(btrim({value}::text), '')";
}
