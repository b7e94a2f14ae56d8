using System.Text.RegularExpressions;
using FlowEngine.Conversations;

namespace FlowEngine.Integrations.Offline;

/// <summary>Text of the tenant or the user made fit to be said: one line, without tags and without signs of markup.</summary>
internal static partial class PlainText
{
    private const int MaxNameLength = 40;

    public static string Of(string text)
    {
        var kept = Tags().Replace(text, " ");
        kept = Signs().Replace(kept, "");
        return Spaces().Replace(kept, " ").Trim();
    }

    /// <summary>The sentences of a text; a line's end ends a sentence too.</summary>
    public static IReadOnlyList<string> Sentences(string text) =>
        [.. SentenceEnds().Split(Tags().Replace(text, " ")).Select(Of).Where(sentence => sentence.Length > 0)];

    /// <summary>At most so many characters, cut between words.</summary>
    public static string Shortened(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', length);
        return string.Concat(UnicodeText.Cut(text.AsSpan(), end > 0 ? end : length).TrimEnd(" ,;:-"), "…");
    }

    /// <summary>Null unless the text can be a person's name.</summary>
    public static string? Name(string? text)
    {
        var name = text?.Trim();
        return name is { Length: > 0 and <= MaxNameLength } && name.All(c => char.IsLetter(c) || c is ' ' or '-' or '.' or '\'')
            ? name
            : null;
    }

    [GeneratedRegex(@"<[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\[LINK:[^\]]*\]?|[<>*`#|\[\]]|__|^\s*-\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=[.!?…])\s+|[\r\n]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnds();
}
