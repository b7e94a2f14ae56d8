using System.Buffers;
using System.Globalization;
using System.Text;
using FlowEngine.Text;

namespace FlowEngine.Comparing.Ladder.Measures;

/// <summary>
/// A text with what makes no difference to its reader taken out: compatibility forms (NFKC), case by the language's rules, runs of white space,
/// shapes of quotes and dashes, invisible characters, punctuation at both ends. Normalising twice is normalising once.
/// </summary>
public static class Normaliser
{
    /// <summary>Changes with every change of what is taken out; stored with each verdict.</summary>
    public const int Version = 1;

    /// <summary>More marks on one letter than any language writes; putting long runs in order takes quadratic time.</summary>
    private const int MostMarks = 8;

    private static readonly SearchValues<char> s_ends = SearchValues.Create(".,;:!?\"' ");

    /// <param name="language">Two letters: in Turkish and Azeri, I is the capital of ı.</param>
    public static string Normalise(string text, string language)
    {
        var culture = LanguageNumbers.Culture(language);
        var composed = Sound(text).Normalize(NormalizationForm.FormKC);
        var lower = culture.TextInfo.ToLower(composed).Normalize(NormalizationForm.FormKC);
        return Trimmed(Plain(lower));
    }

    /// <summary>Without what normalising throws at or grows slow by.</summary>
    private static string Sound(string text)
    {
        var sound = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark ? marks + 1 : 0;
            if (marks <= MostMarks && category is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned))
            {
                // A capital İ in a language without it would become an i with a loose dot.
                sound.Append(rune.Value == 'İ' ? "i" : rune.ToString());
            }
        }

        return sound.ToString();
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (plain.Length > 0 && plain[^1] != ' ')
                {
                    plain.Append(' ');
                }
            }
            else
            {
                plain.Append(Plain(character));
            }
        }

        return plain.ToString();
    }

    private static char Plain(char character) => character switch
    {
        '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ => character,
    };

    private static string Trimmed(string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept(s_ends);
        return start < 0 ? "" : text[start..(text.AsSpan().LastIndexOfAnyExcept(s_ends) + 1)];
    }
}
