using System.Collections.Frozen;

namespace FlowEngine.Storage.Catalog.Search;

/// <summary>One folded word of a query.</summary>
/// <param name="Beginnings">What words of a row may begin with to match; empty for a short word, which must match whole.</param>
public sealed record SearchWord(string Text, IReadOnlyList<string> Beginnings)
{
    private static readonly FrozenSet<string> s_units = FrozenSet.ToFrozenSet(
        ["ton", "tonluk", "kg", "kilo", "g", "gr", "mm", "cm", "m", "mt", "metre", "v", "volt", "ah", "kw", "w", "watt", "lt", "litre", "inch", "hp"]);

    /// <summary>A number or a unit alone says nothing: <c>2 ton</c> is of everything that can carry it.</summary>
    public bool IsMeasure { get; } = s_units.Contains(Text) || Text.All(letter => char.IsDigit(letter) || letter == '.');

    public static SearchWord Of(string word)
    {
        if (word.Length < Stem.MinimumLength || char.IsDigit(word[0]))
        {
            return new(word, []);
        }

        var stem = Stem.Of(word);
        return new(word, stem.Length < word.Length && Stem.Hardened(stem) is { } hardened ? [stem, hardened] : [stem]);
    }

    /// <summary>False where none of the words matches: one look over the text, cheaper than one at each word.</summary>
    public bool MayBeIn(ReadOnlySpan<char> words)
    {
        if (words.IndexOf(Text, StringComparison.Ordinal) >= 0)
        {
            return true;
        }

        foreach (var beginning in Beginnings)
        {
            if (words.IndexOf(beginning, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>0 where the row's word does not match, 3 where it is the same.</summary>
    public int Match(ReadOnlySpan<char> candidate)
    {
        if (candidate.StartsWith(Text, StringComparison.Ordinal))
        {
            return candidate.Length == Text.Length ? 3 : Beginnings.Count == 0 ? 0 : 2;
        }

        foreach (var beginning in Beginnings)
        {
            if (candidate.StartsWith(beginning, StringComparison.Ordinal))
            {
                return 1;
            }
        }

        return 0;
    }
}
