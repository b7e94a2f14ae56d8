namespace FlowEngine.Nodes.Common;

/// <summary>Reads which intent a model named.</summary>
internal static class IntentNames
{
    /// <returns>Index of the one name that the answer is, but for case and punctuation around it; -1 where it is anything else.</returns>
    public static int Find(string? answer, IReadOnlyList<string> names)
    {
        var said = answer.AsSpan().Trim(" \t\r\n.,:;!\"'`*");
        for (var i = 0; i < names.Count; i++)
        {
            if (said.Equals(names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
