using System.Globalization;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.MySql.Schema;

/// <summary>Sessions that run it are in UTC.</summary>
internal sealed class MySqlSchemaSql : ISchemaSql
{
    private const string Offset = "'[0-9]:[0-9]{2}([.][0-9]+)?[+-][0-9]{2}:[0-9]{2}$'";

    public static string Name(string name) => '`' + name.Replace("`", "``", StringComparison.Ordinal) + '`';

    public static string Text(string text) =>
        '\'' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + '\'';

    public string Quote(string name) => Name(name);

    public string Literal(string text) => Text(text);

    public string Literal(DateTimeOffset time) =>
        $"TIMESTAMP '{time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)}'";

    public string Concat(params IReadOnlyList<string> parts) => $"CONCAT({string.Join(", ", parts)})";

    public string Hash(string text) => $"SUBSTR(SHA2(CONVERT({text} USING utf8mb4), 256), 1, 32)";

    public string RandomHash() => "MD5(CONCAT(RAND(), '|', UUID_SHORT()))";

    public string Uuid(string time, string hash)
    {
        var seconds = $"COALESCE(TIMESTAMPDIFF(SECOND, TIMESTAMP '1970-01-01 00:00:00', {time}), 0)";
        var milliseconds = $"LPAD(LOWER(HEX({seconds} * 1000)), 12, '0')";
        return $"CONVERT(CONCAT(SUBSTR({milliseconds}, 1, 8), '-', SUBSTR({milliseconds}, 9, 4), '-7', SUBSTR({hash}, 1, 3), '-8', SUBSTR({hash}, 4, 3), '-', "
            + $"SUBSTR({hash}, 7, 12)) USING ascii)";
    }

    public string Integer(ColumnFacts found) => $"CAST({Name(found.Name)} AS SIGNED)";

    public IReadOnlyList<string> Renumber(string table) => [];

    public string Converted(ColumnFacts found, Type modelType)
    {
        var (value, type) = (Name(found.Name), found.Type.ToLowerInvariant());
        return modelType switch
        {
            _ when modelType == typeof(DateTimeOffset) => Time(value, type),
            _ when modelType == typeof(bool) => IsText(type) ? Flag(value) : $"({value} <> 0)",
            _ when modelType == typeof(string) => IsText(type) ? value : $"CAST({value} AS CHAR)",
            _ when modelType == typeof(Guid) => IsText(type) ? $"LOWER({value})" : $"CAST({value} AS CHAR)",
            _ when !IsText(type) => value,
            _ when modelType == typeof(double) => $"CAST({Filled(value)} AS DOUBLE)",
            _ when modelType == typeof(decimal) => $"CAST({Filled(value)} AS DECIMAL(38,18))",
            _ => $"CAST({Filled(value)} AS SIGNED)",
        };
    }

    /// <summary>What has no zone is in UTC, as the legacy system writes it; numbers are seconds since 1970.</summary>
    private static string Time(string value, string type)
    {
        if (IsText(type))
        {
            var plain = $"REPLACE(REPLACE({Filled(value)}, 'T', ' '), 'Z', '')";
            return $"CASE WHEN {value} REGEXP {Offset} THEN CONVERT_TZ(LEFT({plain}, CHAR_LENGTH({plain}) - 6), RIGHT({plain}, 6), '+00:00') "
                + $"ELSE CAST(LEFT({plain}, 26) AS DATETIME(6)) END";
        }

        return type switch
        {
            "datetime(6)" => value,
            _ when type.StartsWith("date", StringComparison.Ordinal) || type.StartsWith("timestamp", StringComparison.Ordinal) =>
                $"CAST({value} AS DATETIME(6))",
            _ => $"FROM_UNIXTIME({value})",
        };
    }

    private static string Flag(string value) =>
        $"CASE LOWER(TRIM({value})) WHEN 'true' THEN 1 WHEN 'yes' THEN 1 WHEN 'false' THEN 0 WHEN 'no' THEN 0 ELSE CAST({Filled(value)} AS SIGNED) <> 0 END";

    private static bool IsText(string type) =>
        type.Contains("text", StringComparison.Ordinal) || type.StartsWith("varchar", StringComparison.Ordinal)
        || type.StartsWith("char", StringComparison.Ordinal) || type.StartsWith("enum", StringComparison.Ordinal) || type == "json";

    private static string Filled(string value) => $"NULLIF(TRIM({value}), '')";
}
