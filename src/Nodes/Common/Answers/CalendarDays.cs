using System.Globalization;

namespace FlowEngine.Nodes.Common.Answers;

internal static class CalendarDays
{
    /// <summary>The first such day from today on; eight years reach the next 29 February from everywhere.</summary>
    public static DateOnly? Next(Func<int, DateOnly?> inYear, DateOnly today)
    {
        for (var year = today.Year; year <= today.Year + 8; year++)
        {
            if (inYear(year) is { } date && date >= today)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Two digits are a year of this century or the last; four are the year that they say.</summary>
    public static int YearOf(string written) => int.Parse(written, CultureInfo.InvariantCulture) is var year && written.Length == 2
        ? year + (year < 70 ? 2000 : 1900)
        : year;

    /// <summary>Null where there is no such day.</summary>
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
