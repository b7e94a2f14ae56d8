using System.Globalization;

namespace FlowEngine.Text;

/// <summary>How a language groups digits; ours, so that it does not change with the machine's locale data.</summary>
public static class LanguageNumbers
{
    private static readonly NumberFormatInfo s_commaGroups = Create(",", ".");
    private static readonly NumberFormatInfo s_dotGroups = Create(".", ",");
    private static readonly NumberFormatInfo s_spaceGroups = Create("\u00A0", ",");

    public static NumberFormatInfo Of(string language) => Primary(language) switch
    {
        "tr" or "de" or "es" or "it" or "pt" or "nl" or "da" or "el" or "id" or "ro" or "az" => s_dotGroups,
        "fr" or "ru" or "uk" or "pl" or "cs" or "sk" or "bg" or "sv" or "nb" or "fi" or "hu" => s_spaceGroups,
        _ => s_commaGroups,
    };

    /// <summary>The language's culture for case and names of months; the invariant one where it has none with our calendar.</summary>
    public static CultureInfo Culture(string language)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(Primary(language), predefinedOnly: true);
            return culture.Calendar is GregorianCalendar ? culture : CultureInfo.InvariantCulture;
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    public static string Primary(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? language : language[..end]).ToLowerInvariant();
    }

    private static NumberFormatInfo Create(string group, string point) =>
        NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberGroupSeparator = group, NumberDecimalSeparator = point });
}
