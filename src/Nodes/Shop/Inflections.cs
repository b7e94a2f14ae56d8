using System.Text.RegularExpressions;

namespace FlowEngine.Nodes.Shop;

/// <summary>
/// Forms of a noun in Turkish (plural, possession, case: "transpaletleri", "lastiği") and English (plural), over folded words.
/// Suffixes that make another word ("akü", "akülü") are none.
/// </summary>
internal static partial class Inflections
{
    public static bool IsFormOf(string word, string stem)
    {
        if (word.StartsWith(stem, StringComparison.Ordinal))
        {
            return word.Length == stem.Length || (stem.Length > 2 && Suffixes().IsMatch(word.AsSpan(stem.Length)));
        }

        // A last k, p, t or ç softens before a vowel: "lastik", "lastiği".
        return stem.Length > 3
            && word.Length > stem.Length
            && Softened(stem[^1]) is { } soft
            && word[stem.Length - 1] == soft
            && word.AsSpan(0, stem.Length - 1).SequenceEqual(stem.AsSpan(0, stem.Length - 1))
            && "aeiou".Contains(word[stem.Length], StringComparison.Ordinal)
            && Suffixes().IsMatch(word.AsSpan(stem.Length));
    }

    private static char? Softened(char last) => last switch
    {
        'k' => 'g',
        'p' => 'b',
        't' => 'd',
        _ => null,
    };

    [GeneratedRegex(
        @"^(s|es|(ler|lar)?((i|u)?m(iz|uz)?|(i|u)?n(iz|uz)?|s?(i|u))?(n|y)?(i|u|e|a|in|un|de|da|te|ta|den|dan|ten|tan|le|la|ile|ki|deki|daki|teki|taki|mi|mu)?)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Suffixes();
}
