using System.Collections.Frozen;
using FlowEngine.Conversations;
using FlowEngine.Text;

namespace FlowEngine.Nodes.Common.Grounding;

/// <summary>Words that are written with a capital, or as a code, and name no product: currencies, units, taxes, months and days, and the tenant's own.</summary>
internal sealed class OrdinaryWords
{
    /// <summary>As they are written: folded, some are words.</summary>
    private static readonly FrozenSet<string> s_codes = FrozenSet.Create(
        StringComparer.Ordinal,
        "AED", "AUD", "AZN", "BGN", "BHD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "GEL", "HKD", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "JOD", "JPY",
        "KRW", "KWD", "KZT", "MXN", "MYR", "NOK", "NZD", "OMR", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TL", "TRY", "UAH", "USD", "UZS",
        "VND", "YTL", "ZAR");

    private static readonly FrozenSet<string> s_words = FrozenSet.ToFrozenSet(
        ("dolar dolari dollar dollars euro euros avro avrosu sterlin sterling pound pounds lira lirasi liras kurus cent cents pence yen yuan frank franc francs ruble rublesi manat dinar dirham riyal "
        + "kg kilo kilogram kilograms gr gram grams ton tons tonne tonnes mm cm m km metre meter meters lt litre liter liters ml v volt volts ah a amp amper kw kwh w watt watts hp bg bar psi "
        + "adet tane parca piece pieces pcs unit units inch inches inc ft feet lb lbs oz saat hour hours hr dakika minute minutes gun day days hafta week weeks ay month months yil year years "
        + "bu su o bir iki uc her hangi tum bizim sizin onun evet hayir ve ile ya en yeni the this that these those a an our your its we you yes no all any each new and or with "
        + "kdv otv vat tax gst mwst iva "
        + "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik january february march april may june july august september october november december "
        + "pazartesi sali carsamba persembe cuma cumartesi pazar monday tuesday wednesday thursday friday saturday sunday").Split(' '),
        StringComparer.Ordinal);

    private readonly HashSet<string> _own;

    public OrdinaryWords(TenantProfile tenant)
    {
        var texts = new[] { tenant.Name, tenant.Slug.Replace('-', ' '), SiteName(tenant.SiteUrl), tenant.Contact.Address, tenant.Contact.Email }
            .Concat(tenant.Directives.Select(directive => directive.Value));
        _own = [tenant.Currency, .. texts.OfType<string>().SelectMany(TextFold.Words)];
    }

    public bool Has(string word)
    {
        if (s_codes.Contains(word) || _own.Contains(word))
        {
            return true;
        }

        var parts = TextFold.Words(word);
        return parts.Length > 0 && parts.All(part => s_words.Contains(part) || _own.Contains(part));
    }

    private static string? SiteName(string? site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var uri) ? uri.Host.Replace('.', ' ').Replace('-', ' ') : null;
}
