using System.Collections.Frozen;
using FlowEngine.Conversations;

namespace FlowEngine.Text.Contacts;

/// <summary>The country of a phone number that is written without one, as ISO 3166 has it.</summary>
public static class PhoneRegion
{
    /// <summary>Languages that are chiefly spoken in one country; English and Arabic name none.</summary>
    private static readonly FrozenDictionary<string, string> s_byLanguage = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["tr"] = "TR", ["az"] = "AZ", ["bg"] = "BG", ["cs"] = "CZ", ["da"] = "DK", ["de"] = "DE", ["el"] = "GR", ["et"] = "EE", ["fa"] = "IR",
        ["fi"] = "FI", ["fr"] = "FR", ["he"] = "IL", ["hr"] = "HR", ["hu"] = "HU", ["it"] = "IT", ["ja"] = "JP", ["ka"] = "GE", ["ko"] = "KR",
        ["lt"] = "LT", ["lv"] = "LV", ["nl"] = "NL", ["no"] = "NO", ["pl"] = "PL", ["ro"] = "RO", ["ru"] = "RU", ["sk"] = "SK", ["sl"] = "SI",
        ["sq"] = "AL", ["sr"] = "RS", ["sv"] = "SE", ["uk"] = "UA",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Currencies of one country. The dollar is the default of tenants that set none, so it says nothing.</summary>
    private static readonly FrozenDictionary<string, string> s_byCurrency = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["TRY"] = "TR", ["GBP"] = "GB", ["AZN"] = "AZ", ["CAD"] = "CA", ["AUD"] = "AU", ["NZD"] = "NZ", ["INR"] = "IN", ["AED"] = "AE", ["SAR"] = "SA",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The country of the tenant's own phone number where it is written with its code; else that of the tenant's language, else of its currency.
    /// Null: numbers need their country's code.
    /// </summary>
    public static string? For(TenantProfile tenant) =>
        TelephoneNumber.RegionOf(tenant.Contact.Phone)
        ?? TelephoneNumber.RegionOf(tenant.Contact.WhatsApp)
        ?? ForLanguage(tenant.Language)
        ?? s_byCurrency.GetValueOrDefault(tenant.Currency);

    public static string? ForLanguage(string language) =>
        language.Length == 5 && language[2] is '-' or '_' ? language[3..].ToUpperInvariant() : s_byLanguage.GetValueOrDefault(language);
}
