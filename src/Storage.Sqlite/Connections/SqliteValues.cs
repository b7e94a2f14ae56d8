using System.Globalization;

namespace FlowEngine.Storage.Sqlite.Connections;

/// <summary>
/// How values are written: times as ISO 8601 text in UTC of one width, so that they sort; ids in lower case.
/// The contexts' converters and the hand-written statements both use it.
/// </summary>
internal static class SqliteValues
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static string Id(Guid id) => id.ToString("D");

    public static Guid Id(string text) => Guid.Parse(text);

    public static object Parameter(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => Time(time),
        Guid id => Id(id),
        bool flag => flag ? 1L : 0L,
        decimal number => (double)number,
        _ => value,
    };
}
