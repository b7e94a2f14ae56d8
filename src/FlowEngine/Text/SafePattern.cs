using System.Text.RegularExpressions;

namespace FlowEngine.Text;

/// <summary>Regular expressions from configuration: only those that run in linear time, over a bounded text.</summary>
internal static class SafePattern
{
    public const int MaxLength = 500;
    public const int MaxTextLength = 8000;
    public const int MaxSize = 600;

    public static Regex? Read(string? pattern, out string error)
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

    public static bool IsMatch(Regex pattern, string text) =>
        pattern.IsMatch(text.Length > MaxTextLength ? text.AsSpan(0, MaxTextLength) : text);
}
