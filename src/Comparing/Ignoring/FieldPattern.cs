namespace FlowEngine.Comparing.Ignoring;

/// <summary>Paths of fields in which <c>*</c> stands for any characters, none too.</summary>
internal static class FieldPattern
{
    public static bool IsMatch(string pattern, string field) => Overlap(pattern, field.Replace('*', '\uFFFF'));

    /// <summary>True where some path fits both patterns.</summary>
    public static bool Overlap(string left, string right)
    {
        // row[j]: the patterns up to here and up to j can stand for the same characters.
        var row = new bool[right.Length + 1];
        row[0] = true;
        for (var j = 1; j <= right.Length; j++)
        {
            row[j] = row[j - 1] && right[j - 1] == '*';
        }

        foreach (var character in left)
        {
            var next = new bool[right.Length + 1];
            next[0] = row[0] && character == '*';
            for (var j = 1; j <= right.Length; j++)
            {
                next[j] = character == '*' || right[j - 1] == '*' ? row[j] || next[j - 1] : row[j - 1] && character == right[j - 1];
            }

            row = next;
        }

        return row[right.Length];
    }
}
