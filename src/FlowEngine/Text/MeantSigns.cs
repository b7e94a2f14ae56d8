using System.Globalization;
using System.Text;

namespace FlowEngine.Text;

/// <summary>Which signs of a text change what it says, and which only punctuate it.</summary>
internal static class MeantSigns
{
    private const char LongSolidus = '\u0338';

    /// <param name="text">In compatibility form, decomposed.</param>
    /// <returns>The sign as it is compared; null for one that says nothing.</returns>
    public static string? Find(string text, int at, Rune rune)
    {
        if (rune.Value == '\u2212' || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation)
        {
            return IsMinus(text, at, rune.Utf16SequenceLength) ? "-" : null;
        }

        var isMeant = rune.Value switch
        {
            '#' or '%' or '&' or '*' or '@' or '°' or '‰' => true,
            '/' or ':' => IsDigit(text, at - 1) && IsDigit(text, at + 1),
            _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol,
        };

        // "Not equal" is decomposed to "=" with a stroke through it.
        var after = at + rune.Utf16SequenceLength;
        return !isMeant ? null
            : after < text.Length && text[after] == LongSolidus ? rune.ToString() + LongSolidus
            : rune.ToString();
    }

    /// <summary>
    /// A sign before a number, a range or difference of numbers, or the end of a word (<c>Rh-</c>); not a hyphen, a bullet or a dash.
    /// </summary>
    private static bool IsMinus(string text, int at, int length)
    {
        var (before, after) = (at - 1, at + length);
        if (IsDash(text, before) || IsDash(text, after))
        {
            return false;
        }

        if (IsWord(text, before))
        {
            return IsWord(text, after) ? IsDigit(text, before) && IsDigit(text, after) : true;
        }

        var (last, next) = (Skip(text, before, -1), Skip(text, after, 1));
        return IsDigit(text, after) || IsCurrency(text, after)
            || (next >= text.Length && IsWord(text, last))
            || (IsDigit(text, last) && IsDigit(text, next));
    }

    private static int Skip(string text, int from, int step)
    {
        while (from >= 0 && from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from += step;
        }

        return from;
    }

    private static bool IsIn(string text, int at) => at >= 0 && at < text.Length;

    private static bool IsDigit(string text, int at) => IsIn(text, at) && char.IsDigit(text[at]);

    private static bool IsWord(string text, int at) =>
        IsIn(text, at) && (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]));

    private static bool IsCurrency(string text, int at) => IsIn(text, at) && char.GetUnicodeCategory(text[at]) == UnicodeCategory.CurrencySymbol;

    private static bool IsDash(string text, int at) =>
        IsIn(text, at) && (text[at] == '\u2212' || char.GetUnicodeCategory(text[at]) == UnicodeCategory.DashPunctuation);
}
