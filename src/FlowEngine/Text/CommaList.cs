using FlowEngine.Conversations;

namespace FlowEngine.Text;

/// <summary>Several texts in one, separated by commas or lines. A comma between digits is part of a number: <c>1,5 ton, 2 ton</c> are two.</summary>
public static class CommaList
{
    /// <summary>Trimmed, without empty ones.</summary>
    /// <param name="separators">Others beside the comma and the end of the line.</param>
    public static IReadOnlyList<string> Split(string text, params ReadOnlySpan<char> separators)
    {
        List<string> parts = [];
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsSeparator(text, i, separators))
            {
                continue;
            }

            if (UnicodeText.Trim(text[start..i]) is { Length: > 0 } part)
            {
                parts.Add(part);
            }

            start = i + 1;
        }

        return parts;
    }

    private static bool IsSeparator(string text, int at, ReadOnlySpan<char> separators) =>
        text[at] == '\n' || separators.Contains(text[at])
        || (text[at] == ',' && !(at > 0 && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));
}
