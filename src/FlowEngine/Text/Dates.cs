using System.Globalization;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>ISO 8601 dates in values, in the tenant's time zone.</summary>
internal static class Dates
{
    private const int MaxFormatLength = 40;

    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
    ];

    /// <summary>Reads text in ISO 8601; without an offset it is local time of the zone.</summary>
    public static bool TryRead(Value value, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (value.Text is not { Length: >= 10 and <= 40 } text ||
            !DateTimeOffset.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date))
        {
            return false;
        }

        // A year's room at both ends of the calendar keeps every later conversion inside it.
        if (date.Year is 1 or 9999)
        {
            return false;
        }

        var hasOffset = text.AsSpan(10).IndexOfAny('Z', '+', '-') >= 0;
        date = hasOffset ? date : new DateTimeOffset(date.DateTime, zone.GetUtcOffset(date.DateTime));
        return true;
    }

    public static string Format(DateTimeOffset date, string? format, TextScope scope)
    {
        var culture = LanguageNumbers.Culture(scope.Language);
        var local = TimeZoneInfo.ConvertTime(date, scope.TimeZone);
        return local.ToString(format ?? DefaultFormat(scope.Language), culture);
    }

    public static bool IsFormat(string format)
    {
        if (format.Trim().Length is 0 or > MaxFormatLength)
        {
            return false;
        }

        try
        {
            _ = DateTimeOffset.UnixEpoch.ToString(format, CultureInfo.InvariantCulture);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string DefaultFormat(string language) =>
        LanguageNumbers.Primary(language) is "tr" or "de" or "ru" or "pl" ? "dd.MM.yyyy" : "yyyy-MM-dd";
}
