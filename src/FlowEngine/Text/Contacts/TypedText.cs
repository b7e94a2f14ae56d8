using System.Globalization;

namespace FlowEngine.Text.Contacts;

/// <summary>Typed text with its digits and signs as ASCII has them: full-width forms, digits of other scripts, special blanks and dashes.</summary>
public static class TypedText
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';

    /// <summary>Also without the invisible characters that phones and browsers put around what they copy.</summary>
    public static string Plain(string text)
    {
        var plain = SameLength(text);
        return plain.Any(IsInvisible) ? string.Concat(plain.Where(c => !IsInvisible(c))) : plain;
    }

    /// <summary>Character by character, so that places found in it are places of the text.</summary>
    public static string SameLength(string text) => text.Any(IsSpecial)
        ? string.Create(text.Length, text, static (plain, source) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = Plain(source[i]);
            }
        })
        : text;

    private static bool IsSpecial(char c) => !char.IsAscii(c) && Plain(c) != c;

    private static bool IsInvisible(char c) => !char.IsAscii(c) && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static char Plain(char c) => c switch
    {
        _ when char.IsAscii(c) => c,
        >= FullWidthFirst and <= FullWidthLast => (char)(c - FullWidthFirst + '!'),
        '\u3002' or '\uFF61' => '.',
        '\u066B' => ',',
        '\u066C' => '.',
        '\u066A' => '%',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2212' => '-',
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator => ' ',
        _ when char.IsDigit(c) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)),
        _ => c,
    };
}
