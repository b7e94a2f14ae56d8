using FlowEngine.Text;

namespace FlowEngine.Nodes.Shop;

/// <summary>Currencies that a message names by word, code or sign, in Turkish and English.</summary>
internal static class CurrencyWords
{
    private static readonly (string Code, char Sign, KeywordMatcher Words)[] s_currencies =
    [
        ("USD", '$', new(["usd", "dolar*", "dollar*"])),
        ("EUR", '€', new(["eur", "euro*", "avro*"])),
        ("GBP", '£', new(["gbp", "sterlin*", "pound", "pounds", "sterling"])),
        ("TRY", '₺', new(["tl", "lira*", "türk lirası*"])),
    ];

    private static readonly char[] s_between = [' ', ',', '.', '?', '!', '\'', '\u2019', '/', '(', ')'];

    /// <summary>ISO codes, each once.</summary>
    public static IReadOnlyList<string> In(string message)
    {
        var text = new FoldedText(message);

        // Folded, the code TRY is an English verb.
        var words = message.Split(s_between, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. s_currencies
                .Where(currency => message.Contains(currency.Sign, StringComparison.Ordinal)
                    || words.Contains(currency.Code)
                    || currency.Words.LongestMatch(text) > 0)
                .Select(currency => currency.Code),
        ];
    }
}
