using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>
/// Dates and times of day: <c>2026-03-15</c>, <c>15.03.2026</c>, <c>15 Mart 2026</c>, <c>March 15</c>, <c>14:30</c>, <c>yarın</c>.
/// Where the order of day and month is not told by the numbers, English puts the month first before slashes, and all others the day.
/// </summary>
internal static partial class DateReader
{
    public static void Take(EntityScan scan, string language)
    {
        foreach (var match in Iso().Matches(scan.Left).Cast<Match>())
        {
            Take(scan, match, Number(match, "y"), Number(match, "m"), Number(match, "d"));
        }

        foreach (var match in Numeric().Matches(scan.Left).Cast<Match>())
        {
            var (first, second) = (Number(match, "a"), Number(match, "b"));
            var monthFirst = second > 12 || (first <= 12 && language == "en" && match.Value.Contains('/', StringComparison.Ordinal));
            var year = Number(match, "y");
            Take(scan, match, year < 100 ? 2000 + year : year, monthFirst ? first : second, monthFirst ? second : first);
        }

        foreach (var match in DayMonth().Matches(scan.Left).Concat(MonthDay().Matches(scan.Left)))
        {
            Take(scan, match, match.Groups["y"].Success ? Number(match, "y") : 0, DateWords.Month(match.Groups["m"].Value), Number(match, "d"));
        }

        foreach (var match in Time().Matches(scan.Left).Cast<Match>())
        {
            scan.Take(match.Index, match.Index + match.Length, EntityKinds.Dates, $"{Number(match, "h"):00}:{Number(match, "m"):00}");
        }

        foreach (var (start, end, key) in DateWords.In(scan.Left))
        {
            scan.Take(start, end, EntityKinds.Dates, key);
        }
    }

    private static void Take(EntityScan scan, Match match, int year, int month, int day)
    {
        if (month is >= 1 and <= 12 && day is >= 1 and <= 31 && year is 0 or (>= 1900 and <= 2199))
        {
            var key = year == 0 ? $"{month:00}-{day:00}" : $"{year:0000}-{month:00}-{day:00}";
            scan.Take(match.Index, match.Index + match.Length, EntityKinds.Dates, key);
        }
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private const RegexOptions Linear =
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"\b(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})\b", Linear)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?<a>[0-9]{1,2})[./\-](?<b>[0-9]{1,2})[./\-](?<y>[0-9]{4}|[0-9]{2})\b", Linear)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})(st|nd|rd|th)?\.? (of )?(?<m>" + DateWords.Months + @")\b,?( (?<y>[0-9]{4})\b)?", Linear)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b(?<m>" + DateWords.Months + @")\b\.? (?<d>[0-9]{1,2})(st|nd|rd|th)?\b(,? (?<y>[0-9]{4})\b)?", Linear)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\b(?<h>[01]?[0-9]|2[0-3]):(?<m>[0-5][0-9])\b", Linear)]
    private static partial Regex Time();
}
