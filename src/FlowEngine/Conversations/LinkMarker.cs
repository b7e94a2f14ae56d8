using System.Text;

namespace FlowEngine.Conversations;

/// <summary>
/// The place of a link in a model's answer, written <c>[LINK:module:type:slug]</c>: models write markers, never addresses.
/// </summary>
public readonly record struct LinkMarker(string Module, string Type, string Slug)
{
    public const string Opening = "[LINK:";

    /// <summary>A longer text is no marker.</summary>
    public const int MaxLength = 300;

    public override string ToString() => $"{Opening}{Module}:{Type}:{Slug}]";

    /// <summary>Null unless the whole text is one marker of three parts without white space.</summary>
    public static LinkMarker? TryParse(string text)
    {
        if (text.Length > MaxLength || !text.StartsWith(Opening, StringComparison.Ordinal) || !text.EndsWith(']'))
        {
            return null;
        }

        var parts = text[Opening.Length..^1].Split(':');
        return parts.Length == 3 && parts.All(part => part.Length > 0 && !part.Any(c => char.IsWhiteSpace(c) || c is '[' or ']'))
            ? new LinkMarker(parts[0], parts[1], parts[2])
            : null;
    }

    /// <summary>
    /// Replaces everything between <c>[LINK:</c> and its <c>]</c>. Where the replacement is empty, a space before it goes too.
    /// </summary>
    /// <param name="replacement">Given the whole marker as written, well formed or not.</param>
    public static string ReplaceAll(string text, Func<string, string> replacement)
    {
        var from = 0;
        var result = new StringBuilder(text.Length);
        while (text.IndexOf(Opening, from, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = text.IndexOf(']', start);
            if (end < 0)
            {
                break;
            }

            result.Append(text, from, start - from);
            Append(result, replacement(text[start..(end + 1)]));
            from = end + 1;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static void Append(StringBuilder result, string replacement)
    {
        if (replacement.Length == 0 && result.Length > 0 && result[^1] == ' ')
        {
            result.Length--;
        }

        result.Append(replacement);
    }
}
