using System.Globalization;
using System.Text.RegularExpressions;

namespace FlowEngine.Text;

/// <summary>Regular expressions from configuration, only those that run in linear time.</summary>
internal static class SafePattern
{
    public const int MaxLength = 500;
    private const int MaxRepeats = 1000;

    public static Regex? Read(string? pattern, out string error)
    {
        error = pattern is null or "" ? "must be a regular expression"
            : pattern.Length > MaxLength ? $"a regular expression has at most {MaxLength} characters"
            : RepeatsOf(pattern) > MaxRepeats ? $"counts such as {{2,5}} may multiply to at most {MaxRepeats}"
            : "";
        if (error.Length > 0)
        {
            return null;
        }

        try
        {
            return new Regex(
                pattern!,
                RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
                Regex.InfiniteMatchTimeout);
        }
        catch (NotSupportedException)
        {
            error = "look-around, back-references and atomic groups are not possible here";
            return null;
        }
        catch (ArgumentException exception)
        {
            error = $"is no regular expression: {exception.Message}";
            return null;
        }
    }

    /// <summary>The product of all counts: nested ones would blow the automaton up.</summary>
    private static double RepeatsOf(string pattern)
    {
        var product = 1.0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '{')
            {
                product *= Math.Max(1, LargestCount(pattern, ref i));
            }
        }

        return product;
    }

    private static double LargestCount(string pattern, ref int at)
    {
        var largest = 0.0;
        var start = at + 1;
        for (at = start; at < pattern.Length && (char.IsAsciiDigit(pattern[at]) || pattern[at] == ','); at++)
        {
        }

        foreach (var count in pattern[start..at].Split(','))
        {
            if (double.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                largest = Math.Max(largest, value);
            }
        }

        at--;
        return largest;
    }
}
