namespace FlowEngine.Moving.Rules;

/// <summary>
/// Text that was UTF-8, read as Windows-1252 and written as UTF-8 again: <c>Ã¼</c> for <c>ü</c>, <c>ÅŸ</c> for <c>ş</c>. It is named, never
/// repaired: what a person wrote on purpose looks the same.
/// </summary>
public static class DoubleEncoding
{
    /// <summary>What the first byte of a letter of two bytes is read as, for the letters of Latin-1 and Turkish.</summary>
    private const string Leads = "ÃÄÅ";

    /// <summary>What Windows-1252 reads the bytes 80 to 9F as; those that it has no letter for stay themselves.</summary>
    private const string Specials = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    public static bool IsIn(string? text)
    {
        for (var i = 0; i + 1 < text?.Length; i++)
        {
            if (Leads.Contains(text[i], StringComparison.Ordinal)
                && (text[i + 1] is >= '\u0080' and <= '\u00BF' || Specials.Contains(text[i + 1], StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
