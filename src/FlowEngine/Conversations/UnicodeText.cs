using System.Buffers;
using System.Globalization;
using System.Text;

namespace FlowEngine.Conversations;

/// <summary>
/// Text as the whole service takes it: what counts as blank, where it may be cut, how long it is, and text without half characters.
/// </summary>
public static class UnicodeText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> s_surrogates =
        SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    /// <summary>True where nothing shows: nothing, white space, controls, and characters without a glyph such as U+200B.</summary>
    public static bool IsBlank(string? text) => text is null || IsBlank(text.AsSpan());

    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBlank(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Without white space and invisible characters at both ends.</summary>
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsTrimmed(text[start]))
        {
            start++;
        }

        while (end > start && IsTrimmed(text[end - 1]))
        {
            end--;
        }

        return start == 0 && end == text.Length ? text : text[start..end];
    }

    /// <summary>In characters as Unicode counts them: an emoji outside the basic plane is one, not two.</summary>
    public static int Length(string text)
    {
        var pairs = 0;
        for (var i = text.AsSpan().IndexOfAny(s_surrogates); i >= 0 && i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                pairs++;
                i++;
            }
        }

        return text.Length - pairs;
    }

    /// <summary>The start of the text, at most so many UTF-16 units and never half a pair: for bounds that nobody sees.</summary>
    public static string Cut(string text, int units) => text.Length <= units ? text : Cut(text.AsSpan(), units).ToString();

    /// <summary>The start of the text, at most so many UTF-16 units and never half a pair.</summary>
    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text, int units) =>
        text.Length <= units ? text
        : units > 0 && char.IsHighSurrogate(text[units - 1]) && char.IsLowSurrogate(text[units]) ? text[..(units - 1)]
        : text[..Math.Max(0, units)];

    /// <summary>
    /// The start of a text that people read, at most so many characters: whole grapheme clusters, so that an emoji of several characters
    /// or a letter with its marks stays whole or goes.
    /// </summary>
    public static string Title(string text, int characters)
    {
        if (text.Length <= characters)
        {
            return text;
        }

        var (end, left) = (0, characters);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            left -= Runes(text.AsSpan(end, length));
            if (left < 0)
            {
                break;
            }

            end += length;
        }

        // A cluster that alone is longer than the title, such as a letter under a hundred marks.
        return end > 0 || characters <= 0 ? text[..end] : FirstRunes(text, characters);
    }

    /// <summary>The start of the text with "..." where something was left out.</summary>
    public static string Shorten(string text, int characters, string ending = "...") =>
        text.Length <= characters ? text
        : Title(text, characters) is var start && start.Length == text.Length ? text
        : start + ending;

    /// <summary>The text with U+FFFD for every surrogate without its other half, so that every database stores the same.</summary>
    public static string WellFormed(string text)
    {
        var at = NextLone(text, 0);
        if (at < 0)
        {
            return text;
        }

        var repaired = text.ToCharArray();
        for (; at >= 0; at = NextLone(text, at + 1))
        {
            repaired[at] = Replacement;
        }

        return new string(repaired);
    }

    private static int NextLone(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAny(s_surrogates);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    private static int Runes(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static string FirstRunes(string text, int count)
    {
        var end = 0;
        for (var i = 0; i < count && end < text.Length; i++)
        {
            Rune.DecodeFromUtf16(text.AsSpan(end), out _, out var length);
            end += length;
        }

        return text[..end];
    }

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2800 or 0x3164
            or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Variation selectors and the tags of flags belong to the character before them: only single units of these kinds are trimmed.</summary>
    private static bool IsTrimmed(char unit) =>
        char.IsWhiteSpace(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.Format || unit is '\u2800' or '\u3164' or '\u115F' or '\u1160' or '\uFFA0';
}
