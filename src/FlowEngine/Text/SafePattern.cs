using System.Text.RegularExpressions;
using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>
/// Regular expressions from configuration: only those that run in linear time, over a bounded text. Case does not count, in Turkish too:
/// i, ı, I and İ are the same letter.
/// </summary>
public static class SafePattern
{
    internal const int MaxLength = 500;
    private const int MaxTextLength = 8000;
    internal const int MaxSize = 600;

    internal static Regex? Read(string? pattern, out string error)
    {
        error = pattern is null or "" ? "must be a regular expression"
            : pattern.Length > MaxLength ? $"a regular expression has at most {MaxLength} characters"
            : PatternSize.Of(pattern) > MaxSize ? $"a regular expression with its counts written out has at most {MaxSize} characters"
            : "";
        if (error.Length > 0)
        {
            return null;
        }

        try
        {
            return new WrittenPattern(pattern!);
        }
        catch (NotSupportedException)
        {
            error = "look-around, back-references and atomic groups are not possible here";
            return null;
        }
        catch (ArgumentException exception)
        {
            error = $"is not a regular expression: {exception.Message}";
            return null;
        }
    }

    /// <param name="pattern">One that was read from configuration.</param>
    public static bool IsMatch(Regex pattern, string text) => pattern.IsMatch(OneI(UnicodeText.Cut(text, MaxTextLength)));

    /// <summary>İ and ı as the letters whose case every culture knows; what lower-casing İ elsewhere leaves behind (U+0307) goes.</summary>
    private static string OneI(string text) =>
        text.AsSpan().ContainsAny('ı', 'İ', '\u0307')
            ? text.Replace("i\u0307", "i", StringComparison.Ordinal).Replace("I\u0307", "I", StringComparison.Ordinal).Replace('ı', 'i').Replace('İ', 'I')
            : text;

    /// <summary>Gives back the pattern that was written.</summary>
    private sealed class WrittenPattern(string written) : Regex(
        OneI(written)
            .Replace("\\u0131", "i", StringComparison.OrdinalIgnoreCase)
            .Replace("\\u0130", "I", StringComparison.OrdinalIgnoreCase),
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        InfiniteMatchTimeout)
    {
        public override string ToString() => written;
    }
}
