using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FlowEngine.Comparing.Ladder.Entities;

/// <summary>Folded words and endings that negate, in English and Turkish.</summary>
internal static partial class NegativeWords
{
    private static readonly FrozenSet<string> s_words = FrozenSet.Create(
        StringComparer.Ordinal,
        "not", "no", "never", "none", "cannot", "without", "unavailable", "impossible", "yok", "yoktur", "degil", "degildir", "hayir", "olmadan", "haric",
        "imkansiz", "tukendi", "tukenmistir");

    /// <summary>Said of the same thing with and without: they carry the negation, or its absence, and no more.</summary>
    private static readonly FrozenSet<string> s_polar = FrozenSet.Create(
        StringComparer.Ordinal,
        "var", "vardir", "yes", "evet", "do", "does", "did", "is", "are", "was", "ca", "wo", "can", "will", "available", "with", "dahil", "possible", "mumkun");

    public static bool Is(string word) => s_words.Contains(word) || Ending().IsMatch(word);

    public static bool IsPolar(string word) => s_words.Contains(word) || s_polar.Contains(word);

    /// <summary>The verb without its negation, as far as its ending tells: <c>gondermiyoruz</c> as <c>gonderiyoruz</c>.</summary>
    public static string Positive(string word) =>
        Ending().Match(word) is { Success: true } match ? word[..match.Index] : word;

    [GeneratedRegex(
        @"(m[iu]yor(uz|um|sunuz|sun|lar)?|m[ae]z(lar|ler|siniz|sin)?|m[ae]d[iu](k|m|niz|lar|ler)?|m[ae]mi[sz](tir)?|m[ae]y[ae]ca[kg](iz|im|tir|lar|siniz)?|m[ae]yece[kg](iz|im|tir|ler|siniz)?|m[ae]makta(dir|yiz)?|m[ae]mekte(dir|yiz)?)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();
}
