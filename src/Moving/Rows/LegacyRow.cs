using System.Globalization;
using System.Text;
using FlowEngine.Conversations;

namespace FlowEngine.Moving.Rows;

/// <summary>
/// A row as a database gave it. A column that the source lacks reads as null, since legacy tables differ in what they have.
/// </summary>
public sealed class LegacyRow(LegacyColumns columns, IReadOnlyList<object?> values)
{
    private static readonly string[] s_times = ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd"];

    public LegacyColumns Columns => columns;

    public IReadOnlyList<object?> Values => values;

    /// <summary>0 where the row has none.</summary>
    public long Id => Number("id") ?? 0;

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        string text => UnicodeText.WellFormed(text),
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        DateTime time => time.ToString(s_times[0], CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };

    /// <summary>Null too where there is text without a letter.</summary>
    public string? Filled(string name) => Text(name) is { } text && !UnicodeText.IsBlank(text) ? text : null;

    public long? Number(string name) => Value(name) switch
    {
        null => null,
        long number => number,
        bool flag => flag ? 1 : 0,
        _ => long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    public bool? Flag(string name) => Value(name) switch
    {
        null => null,
        bool flag => flag,
        _ => Text(name)!.Trim().ToUpperInvariant() is "1" or "TRUE" or "T" or "YES",
    };

    /// <summary>Times without a zone are in UTC; MySQL's zero date is none.</summary>
    public DateTimeOffset? Time(string name) => Value(name) switch
    {
        null => null,
        DateTimeOffset time => time.ToUniversalTime(),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        _ => DateTimeOffset.TryParseExact(
            Text(name), s_times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null,
    };

    private object? Value(string name) => columns.PlaceOf(name) is >= 0 and var place && values[place] is not DBNull and var value ? value : null;
}
