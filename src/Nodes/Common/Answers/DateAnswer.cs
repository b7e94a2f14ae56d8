using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>
/// The one date of a text: <c>2026-12-24</c>, <c>24.12.2026</c>, <c>24 Aralık</c>, <c>December 24, 2026</c>, <c>tomorrow</c>. Without a year it
/// is the next such day. With slashes the day comes first, in English only where the month cannot.
/// </summary>
internal static class DateAnswer
{
    private static readonly Regex s_iso = Pattern(@"\b(?<year>[0-9]{4})\s?[-/.]\s?(?<month>[0-9]{1,2})\s?[-/.]\s?(?<day>[0-9]{1,2})\b");
    private static readonly Regex s_numeric = Pattern(@"\b(?<day>[0-9]{1,2})\s?(?<separator>[-/.])\s?(?<month>[0-9]{1,2})\s?[-/.]\s?(?<year>[0-9]{4}|[0-9]{2})\b");
    private static readonly Regex s_blanks = Pattern(@"^(?<day>[0-9]{1,2})(?<separator>[ ,])\s?(?<month>[0-9]{1,2})[ ,]\s?(?<year>[0-9]{4})\.?$");
    private static readonly Regex s_yearless = Pattern(@"^(?<day>[0-9]{1,2})\s?(?<separator>[/.])\s?(?<month>[0-9]{1,2})\.?$");

    public static DateOnly? Read(string text, string language, DateOnly today)
    {
        if (s_iso.Matches(text) is { Count: > 0 } iso)
        {
            return iso.Count == 1 ? CalendarDays.Of(Int(iso[0], "year"), Int(iso[0], "month"), Int(iso[0], "day")) : null;
        }

        if (s_numeric.Matches(text) is { Count: > 0 } numeric)
        {
            return numeric.Count == 1 ? Numeric(numeric[0], language, CalendarDays.YearOf(numeric[0].Groups["year"].Value)) : null;
        }

        if (s_blanks.Match(text.Trim()) is { Success: true } blanks)
        {
            return Numeric(blanks, language, Int(blanks, "year"));
        }

        return s_yearless.Match(text) is { Success: true } yearless
            ? CalendarDays.Next(year => Numeric(yearless, language, year), today)
            : DateWords.Read(text, today);
    }

    private static DateOnly? Numeric(Match match, string language, int year)
    {
        var (first, second) = (Int(match, "day"), Int(match, "month"));
        if (language != "en" || match.Groups["separator"].Value != "/" || first == second)
        {
            return CalendarDays.Of(year, second, first);
        }

        return (first > 12, second > 12) switch
        {
            (true, false) => CalendarDays.Of(year, second, first),
            (false, true) => CalendarDays.Of(year, first, second),
            _ => null,
        };
    }

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);
}
