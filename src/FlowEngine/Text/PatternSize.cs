using System.Globalization;

namespace FlowEngine.Text;

/// <summary>
/// How large a regular expression is with its counts written out, as <c>(ab){3}</c> is <c>ababab</c>:
/// matching without backtracking costs at worst this for each character of the text.
/// </summary>
internal static class PatternSize
{
    private const double Largest = 1e9;

    public static double Of(string pattern)
    {
        var sizes = new Stack<double>([0]);
        var last = 0.0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '(':
                    sizes.Push(0);
                    continue;
                case ')' when sizes.Count > 1:
                    last = sizes.Pop();
                    break;
                case '{':
                    // The item is already counted once.
                    last *= CountAt(pattern, ref i) - 1;
                    break;
                case '[':
                    i = EndOfClass(pattern, i);
                    last = 1;
                    break;
                case '\\':
                    i++;
                    last = 1;
                    break;
                default:
                    last = 1;
                    break;
            }

            sizes.Push(Math.Min(Largest, sizes.Pop() + last));
        }

        return sizes.Sum();
    }

    private static double CountAt(string pattern, ref int at)
    {
        var start = at + 1;
        var end = start;
        while (end < pattern.Length && (char.IsAsciiDigit(pattern[end]) || pattern[end] == ','))
        {
            end++;
        }

        at = end < pattern.Length && pattern[end] == '}' ? end : end - 1;
        var largest = 2.0;
        foreach (var count in pattern[start..end].Split(','))
        {
            if (double.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                largest = Math.Max(largest, Math.Min(value, Largest));
            }
        }

        return largest;
    }

    private static int EndOfClass(string pattern, int at)
    {
        var first = at + 1;
        for (var i = first; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\')
            {
                i++;
            }
            else if (pattern[i] == ']' && i > first)
            {
                return i;
            }
        }

        return pattern.Length;
    }
}
