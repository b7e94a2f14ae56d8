using System.Globalization;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>Dates in words, Turkish and English.</summary>
internal static class DateWords
{
    private static readonly string[][] s_months =
    [
        ["ocak", "oca", "january", "jan"], ["subat", "sub", "february", "feb"], ["mart", "march", "mar"], ["nisan", "nis", "april", "apr"],
        ["mayis", "may"], ["haziran", "haz", "june", "jun"], ["temmuz", "tem", "july", "jul"], ["agustos", "agu", "august", "aug"],
        ["eylul", "eyl", "september", "sep", "sept"], ["ekim", "eki", "october", "oct"], ["kasim", "kas", "november", "nov"],
        ["aralik", "ara", "december", "dec"],
    ];

    /// <summary>Short names of months that are words too ("15'te ara" asks for a call): months only where day, month and year are all that is said.</summary>
    private static readonly string[] s_words = ["ara", "kas", "eki", "sub"];

    /// <summary>Sunday first, as <see cref="DayOfWeek"/> counts.</summary>
    private static readonly string[][] s_weekdays =
    [
        ["pazar", "sunday"], ["pazartesi", "monday"], ["sali", "tuesday"], ["carsamba", "wednesday"],
        ["persembe", "thursday"], ["cuma", "friday"], ["cumartesi", "saturday"],
    ];

    public static DateOnly? Read(string text, DateOnly today)
    {
        var words = TextFold.Words(text);
        var isDateAlone = words.Length <= 3 && words.Count(word => NumberOf(word) is not null) == words.Length - 1;
        var months = words.Where(word => IndexOf(s_months, word) >= 0 && (isDateAlone || !s_words.Contains(word))).ToList();
        return months.Count switch
        {
            0 => Relative(words, today),
            1 => ByMonth(months[0], words, today),
            _ => null,
        };
    }

    private static DateOnly? ByMonth(string name, string[] words, DateOnly today)
    {
        var month = IndexOf(s_months, name) + 1;
        List<string> numbers = [.. words.Where(word => NumberOf(word) is not null)];
        return numbers switch
        {
            [var day] => CalendarDays.Next(year => CalendarDays.Of(year, month, NumberOf(day)!.Value), today),
            [{ Length: 4 } year, var day] when IsYear(year) => CalendarDays.Of(NumberOf(year)!.Value, month, NumberOf(day)!.Value),
            [var day, { Length: 2 or 4 } year] when IsYear(year) && Array.LastIndexOf(words, year) > Array.IndexOf(words, name) =>
                CalendarDays.Of(CalendarDays.YearOf(year), month, NumberOf(day)!.Value),
            _ => null,
        };
    }

    private static bool IsYear(string word) => word.All(char.IsAsciiDigit);

    private static DateOnly? Relative(string[] words, DateOnly today)
    {
        var text = $" {string.Join(' ', words)} ";
        List<int> numbers = [.. words.Select(NumberOf).OfType<int>()];
        if (numbers is [var count and <= 3650])
        {
            return Has(text, "gun sonra", "days", "day") ? today.AddDays(count)
                : Has(text, "hafta sonra", "weeks", "week") ? today.AddDays(7 * count)
                : null;
        }

        if (numbers.Count > 0)
        {
            return null;
        }

        var isNextWeek = Has(text, "haftaya", "gelecek hafta", "onumuzdeki hafta", "next week");
        var weekdays = words.Select(word => IndexOf(s_weekdays, word)).Where(index => index >= 0).ToList();
        if (weekdays is [var weekday])
        {
            var ahead = (weekday - (int)today.DayOfWeek + 7) % 7;
            return today.AddDays(isNextWeek && ahead < 7 - DaysSinceMonday(today) ? ahead + 7 : ahead == 0 ? 7 : ahead);
        }

        return weekdays.Count > 1 ? null
            : Has(text, "day after tomorrow", "obur gun", "yarindan sonra") ? today.AddDays(2)
            : Has(text, "yarin", "tomorrow") ? today.AddDays(1)
            : Has(text, "bugun", "today") ? today
            : Has(text, "dun", "yesterday") ? today.AddDays(-1)
            : isNextWeek ? today.AddDays(7)
            : null;
    }

    private static int DaysSinceMonday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static bool Has(string text, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (text.Contains($" {phrase} ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(string[][] names, string word) => Array.FindIndex(names, row => row.Contains(word));

    /// <summary>The number of <c>24</c> and <c>24th</c>.</summary>
    private static int? NumberOf(string word)
    {
        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
