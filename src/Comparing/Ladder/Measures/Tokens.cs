namespace FlowEngine.Comparing.Ladder.Measures;

/// <summary>The words of a normalised text: letters, digits and marks, and a point or comma between digits.</summary>
internal static class Tokens
{
    public static string[] Of(string normalised)
    {
        var tokens = new List<string>();
        var start = -1;
        for (var i = 0; i <= normalised.Length; i++)
        {
            if (i < normalised.Length && IsPart(normalised, i))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                tokens.Add(normalised[start..i]);
                start = -1;
            }
        }

        return [.. tokens];
    }

    private static bool IsPart(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || char.IsSurrogate(text[at])
        || char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark
        || (text[at] is '.' or ',' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));
}
