using System.Text;

namespace FlowEngine.Checking.Symbolic;

/// <summary>Sample texts for simple regular expressions: literals, classes, counts and alternatives. Guesses, tried before they are used.</summary>
internal static class PatternSamples
{
    public static IEnumerable<string> For(string pattern) =>
        Alternatives(pattern.Trim('^', '$')).Select(Sample).Where(sample => sample.Length > 0);

    private static string[] Alternatives(string pattern) =>
        pattern.Contains('(', StringComparison.Ordinal) ? [pattern.Split('|')[0], pattern] : pattern.Split('|');

    private static string Sample(string pattern)
    {
        var made = new StringBuilder();
        for (var i = 0; i < pattern.Length;)
        {
            var (unit, length) = Unit(pattern.AsSpan(i));
            i += length;
            var times = Times(pattern, ref i);
            for (var n = 0; n < times; n++)
            {
                made.Append(unit);
            }
        }

        return made.ToString();
    }

    private static (string Unit, int Length) Unit(ReadOnlySpan<char> at)
    {
        switch (at[0])
        {
            case '\\' when at.Length > 1:
                return (at[1] switch { 'd' => "1", 'w' => "a", 's' => " ", 'b' => "", 'D' or 'S' => "a", 'W' => "-", var other => other.ToString() }, 2);
            case '[' when at.IndexOf(']') is > 1 and var end:
                var inside = at[1..end];
                return (inside[0] switch { '^' => "x", '\\' => inside[^1] == 'w' ? "a" : "1", var first => first.ToString() }, end + 1);
            case '(' or ')' or '^' or '$' or '|':
                return ("", at.StartsWith("(?:") ? 3 : 1);
            case '.':
                return ("a", 1);
            default:
                return (at[0].ToString(), 1);
        }
    }

    private static int Times(string pattern, ref int i)
    {
        if (i >= pattern.Length)
        {
            return 1;
        }

        if (pattern[i] == '{' && pattern.IndexOf('}', i) is > 0 and var end)
        {
            var least = pattern[(i + 1)..end].Split(',')[0];
            i = end + 1;
            return int.TryParse(least, out var times) ? Math.Min(times, 100) : 1;
        }

        if (pattern[i] is '+' or '*' or '?')
        {
            i++;
        }

        return 1;
    }
}
