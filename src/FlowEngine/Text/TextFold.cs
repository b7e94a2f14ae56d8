using System.Buffers;
using System.Globalization;
using System.Text;

namespace FlowEngine.Text;

/// <summary>
/// The one folding of text for search and comparison: compatibility forms resolved (NFKC), lower case, every i (ı, İ, I) as <c>i</c>,
/// combining marks dropped (ş as s), suffixes after an apostrophe cut (<c>Ankara'da</c> as <c>ankara</c>) where the stem has two letters
/// or more or ends with a digit, so that <c>O'Brien</c> stays two words.
/// What remains are words of letters and digits between single spaces; a <c>.</c> or <c>,</c> between digits stays as <c>.</c>.
/// Folding twice is folding once.
/// </summary>
public static class TextFold
{
    private const int LeastStem = 2;

    private static readonly SearchValues<char> s_marks = SearchValues.Create("+<=>|~$#%&*@-/:");

    public static string Fold(string text) => Fold(text, withMarks: false);

    /// <summary>
    /// The same with the signs that change what a text says as words of their own: of mathematics and currencies, <c># % &amp; * @ °</c>, a minus,
    /// and <c>/ : -</c> between digits. <c>C#</c> is <c>c #</c>, <c>A Rh-</c> is <c>a rh -</c>; the hyphen of <c>e-mail</c> says nothing.
    /// </summary>
    internal static string FoldWithMarks(string text) => Fold(text, withMarks: true);

    /// <summary>False where folding with signs is surely folding.</summary>
    internal static bool MayHaveMarks(string text)
    {
        foreach (var c in text)
        {
            if (c <= '\u007F' ? s_marks.Contains(c) : !char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Emojis and other pictures, in their order.</summary>
    internal static string Pictures(string text)
    {
        if (Ascii.IsValid(text))
        {
            return "";
        }

        var pictures = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && rune.Value != '°')
            {
                pictures.Append(rune, out _);
            }
        }

        return pictures.ToString();
    }

    private static string Fold(string text, bool withMarks)
    {
        if (text.Length == 0)
        {
            return "";
        }

        var folded = new StringBuilder(text.Length);
        var plain = Ascii.IsValid(text) ? text : TurkishLetters.Plain(text);
        Append(folded, Ascii.IsValid(plain) ? plain : WithoutMarks(text).Normalize(NormalizationForm.FormKD), withMarks);
        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
        }

        var result = folded.ToString();
        return Ascii.IsValid(result) ? result : result.Normalize(NormalizationForm.FormC);
    }

    public static string[] Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static void Append(StringBuilder folded, string text, bool withMarks)
    {
        var inSuffix = false;
        var afterLetterOrDigit = false;
        var letters = 0;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var at = i;
            i += length;
            if (Rune.IsLetterOrDigit(rune) && !IsApostrophe(rune))
            {
                if (!inSuffix)
                {
                    folded.Append(Lower(rune), out afterLetterOrDigit);
                    letters += Rune.IsLetter(rune) ? 1 : 0;
                }
            }
            else if (IsDropped(rune))
            {
                continue;
            }
            else if (IsApostrophe(rune) && afterLetterOrDigit && (letters >= LeastStem || IsAfterNumber(text, at)))
            {
                inSuffix = true;
            }
            else if (!inSuffix && rune.Value is '.' or ',' && IsBetweenDigits(text, i))
            {
                folded.Append('.');
            }
            else
            {
                Separate(folded);
                inSuffix = afterLetterOrDigit = false;
                letters = 0;
                if (withMarks && MeantSigns.Find(text, at, rune) is { } sign)
                {
                    folded.Append(sign);
                    Separate(folded);
                }
            }
        }
    }

    /// <summary>A digit before the apostrophe and a letter behind it: <c>3'lü</c>, but neither <c>5'10</c> nor <c>1'500</c>.</summary>
    private static bool IsAfterNumber(string text, int apostrophe) =>
        char.IsDigit(text[apostrophe - 1]) && apostrophe + 1 < text.Length && char.IsLetter(text[apostrophe + 1]);

    private static StringBuilder Append(this StringBuilder folded, Rune rune, out bool appended)
    {
        appended = true;
        Span<char> buffer = stackalloc char[2];
        return folded.Append(buffer[..rune.EncodeToUtf16(buffer)]);
    }

    private static void Separate(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    private static Rune Lower(Rune rune) => rune.Value == 'ı' ? new Rune('i') : Rune.ToLowerInvariant(rune);

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '`' or '\u2018' or '\u2019' or '\u201B' or '\u02BC';

    private static bool IsBetweenDigits(string text, int after) =>
        after >= 2 && after < text.Length && char.IsDigit(text[after - 2]) && char.IsDigit(text[after]);

    private static bool IsDropped(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>
    /// Marks go before normalising: putting a long run of them in order takes quadratic time.
    /// Lone surrogates and unassigned characters, at which normalising throws, become spaces.
    /// </summary>
    private static string WithoutMarks(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\u00B4')
            {
                kept.Append('\'');
            }
            else if (rune.Value is '\u2122' or '\u2120' || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Control)
            {
                kept.Append(' ');
            }
            else if (!IsDropped(rune))
            {
                kept.Append(rune, out _);
            }
        }

        return kept.ToString();
    }
}
