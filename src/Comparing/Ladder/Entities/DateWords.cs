using System.Text.RegularExpressions;

namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>Months, days of the week and days from today, in Turkish and English.</summary>
internal static partial class DateWords
{
    public const string Months =
        "ocak|şubat|subat|mart|nisan|mayıs|mayis|haziran|temmuz|ağustos|agustos|eylül|eylul|ekim|kasım|kasim|aralık|aralik|" +
        "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec";

    private static readonly string[] s_days =
    [
        "pazartesi monday", "salı tuesday", "çarşamba wednesday", "perşembe thursday", "cuma friday", "cumartesi saturday", "sunday",
    ];

    private static readonly string[] s_months =
    [
        "ocak january jan", "şubat subat february feb", "mart march mar", "nisan april apr", "mayıs mayis may", "haziran june jun",
        "temmuz july jul", "ağustos agustos august aug", "eylül eylul september sept sep", "ekim october oct", "kasım kasim november nov",
        "aralık aralik december dec",
    ];

    private static readonly Dictionary<string, string> s_relative = new(StringComparer.Ordinal)
    {
        ["bugün"] = "day +0", ["today"] = "day +0", ["yarın"] = "day +1", ["tomorrow"] = "day +1", ["dün"] = "day -1", ["yesterday"] = "day -1",
    };

    /// <returns>1 to 12; 0 where it is none.</returns>
    public static int Month(string word) => 1 + Array.FindIndex(s_months, names => IsOne(names, Lower(word)));

    public static IEnumerable<(int Start, int End, string Key)> In(string text) =>
        from match in Word().Matches(text)
        let key = Key(Lower(match.Value))
        where key is not null
        select (match.Index, match.Index + match.Length, key);

    private static string? Key(string word) =>
        s_relative.TryGetValue(word, out var relative) ? relative
        : Array.FindIndex(s_days, names => IsOne(names, word)) is var day and >= 0 ? $"weekday {day + 1}"
        : null;

    private static bool IsOne(string names, string word) => names.Split(' ').Contains(word, StringComparer.Ordinal);

    private static string Lower(string word) => word.Replace('I', 'ı') is var turkish && turkish.Contains('ı', StringComparison.Ordinal) && IsTurkish(turkish)
        ? turkish.ToLowerInvariant()
        : word.ToLowerInvariant();

    private static bool IsTurkish(string word) => word.ToLowerInvariant() is "salı" or "yarın" or "mayıs" or "kasım" or "aralık";

    [GeneratedRegex(@"\b(pazartesi|salı|SALI|çarşamba|perşembe|cuma|cumartesi|monday|tuesday|wednesday|thursday|friday|saturday|sunday|bugün|today|yarın|YARIN|tomorrow|dün|yesterday)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
