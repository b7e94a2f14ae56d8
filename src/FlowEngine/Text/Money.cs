namespace FlowEngine.Text;

/// <summary>Amounts of money as users read them, with the ISO code instead of a sign that several currencies share.</summary>
public static class Money
{
    /// <summary>
    /// <c>TRY 18,500.00</c> in English and languages that write numbers the same way, <c>18.500,00 TRY</c> in the others.
    /// </summary>
    public static string Format(decimal amount, string currency, string language)
    {
        var code = Code(currency);
        var numbers = LanguageNumbers.Of(language);
        var rounded = Math.Round(amount, Decimals(code), MidpointRounding.AwayFromZero);
        var text = rounded.ToString(Decimals(code) == 0 ? "N0" : "N2", numbers);
        return code.Length == 0 ? text
            : numbers.NumberDecimalSeparator == "." ? $"{code} {text}"
            : $"{text} {code}";
    }

    /// <summary>The ISO code of what people write: <c>TL</c>, <c>₺</c>, <c>lira</c>, <c>$</c>; other texts in upper case.</summary>
    public static string Code(string currency) => currency.Trim().ToUpperInvariant() switch
    {
        "TL" or "₺" or "LIRA" or "LİRA" or "YTL" => "TRY",
        "$" or "US$" or "DOLAR" or "DOLLAR" or "DOLLARS" => "USD",
        "€" or "EURO" or "AVRO" or "EUROS" => "EUR",
        "£" or "STERLIN" or "STERLİN" or "POUND" or "POUNDS" => "GBP",
        var code => code,
    };

    private static int Decimals(string code) => code is "JPY" or "KRW" or "VND" or "CLP" ? 0 : 2;
}
