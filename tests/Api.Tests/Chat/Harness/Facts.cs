using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>What may be said of a tenant: read from its rows.</summary>
public sealed partial class Facts
{
    private readonly Dictionary<string, (string Name, decimal? Price, string Currency)> _products;
    private readonly string _documents;
    private readonly HashSet<string> _links;
    private readonly IReadOnlyDictionary<string, decimal> _rates;

    private Facts(
        Dictionary<string, (string, decimal?, string)> products, string documents, HashSet<string> links, IReadOnlyDictionary<string, decimal> rates) =>
        (_products, _documents, _links, _rates) = (products, documents, links, rates);

    public IReadOnlyCollection<string> Names => [.. _products.Values.Select(product => product.Name)];

    public static async Task<Facts> ReadAsync(ChatService service, string tenant)
    {
        var site = await service.ScalarAsync<string>("SELECT site_url FROM tenants WHERE slug = @slug", ("slug", tenant));
        var products = await service.RowsAsync(
            "SELECT p.sku, p.name, CAST(p.price AS TEXT), p.currency FROM products p JOIN tenants t ON t.id = p.tenant_id WHERE t.slug = @slug", ("slug", tenant));
        var documents = await service.RowsAsync(
            "SELECT k.content, k.url FROM knowledge_documents k JOIN tenants t ON t.id = k.tenant_id WHERE t.slug = @slug", ("slug", tenant));
        var settings = await service.RowsAsync(
            "SELECT b.exchange_rates, b.contact FROM bot_settings b JOIN tenants t ON t.id = b.tenant_id WHERE t.slug = @slug", ("slug", tenant));
        var exchange = JsonElement.Parse((string)settings[0][0]!);
        var rates = exchange.GetProperty("rates").EnumerateObject().ToDictionary(rate => rate.Name, rate => rate.Value.GetDecimal());
        rates[exchange.GetProperty("base").GetString()!] = 1;
        var callback = JsonElement.Parse((string)settings[0][1]!).GetProperty("callbackFormUrl").GetString();
        return new Facts(
            products.ToDictionary(
                row => (string)row[0]!,
                row => ((string)row[1]!, row[2] is string price ? decimal.Parse(price, CultureInfo.InvariantCulture) : (decimal?)null, (string)row[3]!)),
            string.Join('\n', documents.Select(row => row[0])),
            [.. documents.Select(row => site + row[1]), site + callback],
            rates);
    }

    /// <summary>What the answer says that is in none of the rows it was given; empty where all is well.</summary>
    public IReadOnlyList<string> Faults(Reply reply)
    {
        var faults = new List<string>();
        foreach (var product in reply.Products)
        {
            var row = _products.GetValueOrDefault(product.GetProperty("sku").GetString()!);
            var price = product.TryGetProperty("price", out var amount) ? amount.GetDecimal() : (decimal?)null;
            if (row.Name != product.GetProperty("name").GetString() || row.Price != price || row.Currency != product.GetProperty("currency").GetString())
            {
                faults.Add($"product {product} is not the row {row}");
            }
        }

        var said = reply.ProductNames;
        faults.AddRange(Line().Matches(reply.Answer).Select(match => match.Groups["name"].Value).Where(name => !said.Contains(name)).Select(name => $"name '{name}'"));
        var urls = reply.Products.Select(product => product.GetProperty("url").GetString()!).ToHashSet();
        faults.AddRange(Url().Matches(reply.Answer).Select(match => match.Value).Where(url => !urls.Contains(url) && !_links.Contains(url)).Select(url => $"link '{url}'"));
        var amounts = Amounts(reply);
        faults.AddRange(Money().Matches(reply.Answer).Where(match => !IsKnown(match, amounts)).Select(match => $"amount '{match.Value}'"));
        return faults;
    }

    private bool IsKnown(Match match, HashSet<(decimal, string)> amounts)
    {
        var currency = match.Groups["after"].Success ? match.Groups["after"].Value : match.Groups["before"].Value;
        var digits = match.Groups["number"].Value;
        var text = match.Groups["after"].Success
            ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : digits.Replace(",", "", StringComparison.Ordinal);
        return amounts.Contains((decimal.Parse(text, CultureInfo.InvariantCulture), currency)) || _documents.Contains(match.Value, StringComparison.Ordinal);
    }

    private HashSet<(decimal Amount, string Currency)> Amounts(Reply reply)
    {
        var amounts = new HashSet<(decimal, string)>();
        foreach (var product in reply.Products.Where(product => product.TryGetProperty("price", out _)))
        {
            var (price, currency) = (product.GetProperty("price").GetDecimal(), product.GetProperty("currency").GetString()!);
            amounts.Add((price, currency));
            amounts.UnionWith(_rates.Select(rate => (Math.Round(price * _rates[currency] / rate.Value, 2, MidpointRounding.AwayFromZero), rate.Key)));
        }

        return amounts;
    }

    /// <summary>A line of a product: its name, its address.</summary>
    [GeneratedRegex(@"^- (?<name>[^\n]+?) https?://\S+/shop/", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"https?://\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<number>[0-9][0-9.,]*[0-9]) (?<after>TRY|USD|EUR|GBP)\b|\b(?<before>TRY|USD|EUR|GBP) (?<number>[0-9][0-9.,]*[0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Money();
}
