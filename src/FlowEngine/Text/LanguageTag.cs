using System.Collections.Frozen;
using System.Globalization;

namespace FlowEngine.Text;

/// <summary>The language of a conversation, as a client names it.</summary>
public static class LanguageTag
{
    private static readonly FrozenSet<string> s_languages = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Select(culture => culture.TwoLetterISOLanguageName)
        .Where(name => name.Length == 2)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the text is a two-letter ISO 639-1 code, as settings and tests name languages.</summary>
    public static bool IsCode(string? text) => text is not null && s_languages.Contains(text);

    /// <summary>
    /// The two-letter ISO 639-1 code of a BCP 47 tag such as <c>tr</c>, <c>TR</c> or <c>tr-TR</c>: texts are written by language, not by
    /// region. Null where the tag names no language.
    /// </summary>
    public static string? Read(string tag)
    {
        var parts = tag.Split('-', '_');
        var language = parts[0].ToLowerInvariant();
        return parts.Skip(1).All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) && s_languages.Contains(language)
            ? language
            : null;
    }
}
