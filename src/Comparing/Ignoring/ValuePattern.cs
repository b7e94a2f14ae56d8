using System.Text.RegularExpressions;
using FlowEngine.Conversations;

namespace FlowEngine.Comparing.Ignoring;

/// <summary>Regular expressions from rules: only those that run in linear time, over a bounded text.</summary>
internal static partial class ValuePattern
{
    private const int MaxLength = 200;
    private const int MaxCount = 100;
    private const int MaxText = 4_000;

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public static string? Fault(string pattern)
    {
        if (pattern.Length is 0 or > MaxLength)
        {
            return $"must have 1 to {MaxLength} characters";
        }

        // Counts within counts multiply: matching in linear time is slow then all the same.
        if (Counts().Matches(pattern).Select(match => match.Groups["n"].Value).Aggregate(1.0, (product, count) => product * Math.Max(1, Number(count))) > MaxCount)
        {
            return $"repeats more than {MaxCount} times by its counts";
        }

        return Compile(pattern) is null ? "is not a regular expression that can be used here" : null;
    }

    /// <summary>Null where it cannot be used.</summary>
    public static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static bool IsMatch(Regex pattern, string? text) =>
        text is not null && pattern.IsMatch(UnicodeText.Cut(text, MaxText));

    private static double Number(string digits) => double.TryParse(digits, out var number) ? number : double.PositiveInfinity;

    [GeneratedRegex(@"\{([0-9]*,)?(?<n>[0-9]+),?\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Counts();
}
