namespace FlowEngine.Storage.Catalog.Search;

/// <summary>Cuts the commonest Turkish and English endings off folded words. What it gives is a beginning to search by, no word.</summary>
internal static class Stem
{
    public const int MinimumLength = 4;

    private const int Passes = 3;

    private static readonly string[] s_endings = new[]
    {
        "lerimiz", "larimiz", "leriniz", "lariniz", "lerin", "larin", "leri", "lari", "ler", "lar", "imiz", "umuz", "iniz", "unuz", "inin",
        "unun", "nin", "nun", "nden", "ndan", "nde", "nda", "den", "dan", "ten", "tan", "de", "da", "te", "ta", "yle", "yla", "yi", "yu",
        "ye", "ya", "si", "su", "in", "un", "im", "um", "li", "lu", "lik", "luk", "siz", "suz", "ci", "cu", "dir", "dur", "tir", "tur",
        "ne", "na", "ni", "nu", "le", "la", "e", "a", "i", "u", "ing", "es", "s",
    }.OrderByDescending(ending => ending.Length).ToArray();

    public static string Of(string word)
    {
        for (var pass = 0; pass < Passes; pass++)
        {
            var ending = Array.Find(s_endings, ending =>
                word.Length - ending.Length >= MinimumLength && word.EndsWith(ending, StringComparison.Ordinal));
            if (ending is null)
            {
                break;
            }

            word = word[..^ending.Length];
        }

        return word;
    }

    /// <summary>Turkish softens the last consonant before a vowel: <c>renk</c>, <c>rengi</c>. Null where nothing was softened.</summary>
    public static string? Hardened(string stem) => stem[^1] switch
    {
        'b' => stem[..^1] + 'p',
        'd' => stem[..^1] + 't',
        'g' => stem[..^1] + 'k',
        _ => null,
    };
}
