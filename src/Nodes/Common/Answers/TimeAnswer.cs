using System.Globalization;
using System.Text.RegularExpressions;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Answers;

/// <summary>The one time of day of a text: <c>14:30</c>, <c>14.30</c>, <c>2:30 pm</c>, <c>saat 9</c>, <c>akşam 8</c>, <c>noon</c>.</summary>
internal static class TimeAnswer
{
    private static readonly Regex s_time = new(
        @"(?<hour>[0-9]{1,2})(\s?[:.]\s?(?<minute>[0-9]{2}))?(\s?(?<half>a\.?m\b|p\.?m\b))?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Regex.InfiniteMatchTimeout);

    public static TimeOnly? Read(string text)
    {
        var words = TextFold.Words(text);
        var matches = s_time.Matches(text);
        if (matches.Count == 0)
        {
            return words.Any(word => word is "oglen" or "ogle" or "noon" or "midday") ? new TimeOnly(12, 0)
                : words.Contains("midnight") || $" {string.Join(' ', words)} ".Contains(" gece yarisi ", StringComparison.Ordinal) ? new TimeOnly(0, 0)
                : null;
        }

        if (matches.Count > 1 || text.Count(char.IsAsciiDigit) != matches[0].Groups["hour"].Length + matches[0].Groups["minute"].Length)
        {
            return null;
        }

        var hour = Int(matches[0].Groups["hour"].Value);
        var minute = matches[0].Groups["minute"].Success ? Int(matches[0].Groups["minute"].Value) : 0;
        return HourOfDay(hour, matches[0].Groups["half"].Value, words) is { } known and >= 0 and < 24 && minute < 60
            ? new TimeOnly(known, minute)
            : null;
    }

    private static int? HourOfDay(int hour, string half, string[] words)
    {
        if (half.Length > 0)
        {
            var isAfternoon = half[0] is 'p' or 'P';
            return hour is < 1 or > 12 ? null : hour % 12 + (isAfternoon ? 12 : 0);
        }

        var isLate = words.Any(word => word is "aksam" or "evening" or "afternoon" or "ogleden");
        return isLate && hour is >= 1 and < 12 ? hour + 12 : hour;
    }

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
