using FlowEngine.Conversations;
using FlowEngine.Storage.Import;

namespace FlowEngine.Storage.Tests.Catalog;

/// <summary>A small shop.</summary>
internal static class CatalogFixture
{
    public static readonly DateTimeOffset RatesAt = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    public static async Task<(TestDatabase Database, TenantKey Tenant)> CreateAsync(string on)
    {
        var database = await TestDatabase.CreateAsync(on);
        var (key, _) = await database.Get<TenantImporter>().ImportAsync(Shop("shop"), TestDatabase.Instance, default);
        return (database, key);
    }

    public static TenantData Shop(string slug) => new()
    {
        Slug = slug,
        Name = "Depo",
        Languages = ["tr", "en"],
        Currency = "TRY",
        SiteUrl = "https://depo.example",
        TimeZone = "Europe/Istanbul",
        Contact = new() { Phone = "+90 212 555 01 23" },
        Rates = new("TRY", RatesAt, new Dictionary<string, decimal> { ["EUR"] = 50m }),
        Settings = new() { DefaultFlow = "shop", AllowedHosts = ["hook.example"] },
        Categories =
        [
            new("transpalet", new Dictionary<string, string> { ["tr"] = "Transpalet", ["en"] = "Pallet truck" }, ["palet arabası"], 1),
            new("forklift", new Dictionary<string, string> { ["tr"] = "Forklift" }, ["istifleyici"], 2),
            new("aku", new Dictionary<string, string> { ["tr"] = "Akü ve şarj" }, [], 3),
        ],
        Products =
        [
            Product("TP-20", "Yükhan Akülü Transpalet 2.0 Ton", "transpalet", 90000m, "TRY", stock: 3),
            Product("TP-25", "Yükhan Manuel Transpalet 2.5 Ton", "transpalet", 300m, "EUR", stock: 0),
            Product("FL-30", "Çelik Dizel Forklift 3 Ton", "forklift", 842000m, "TRY", stock: 1),
            Product("FL-40", "Gezgin Elektrikli Forklift", "forklift", null, "TRY", stock: 1),
            Product("AK-24", "Şarj Cihazı 24V", "aku", 4500m, "USD", stock: 9),
        ],
        Knowledge =
        [
            new("garanti", "Garanti koşulları", "Ürünlerimiz 24 ay garantilidir. Servis İstanbul'dadır.", "/bilgi/garanti", ["garanti"]),
            new("kargo", "Kargo ve teslimat", "Siparişler üç iş gününde kargoya verilir.", null, []),
        ],
        Directives = [new("tone", "friendly", "string", "style", 5)],
        Prompts = [new("chat", "Ek", "Ek istem", false), new("chat", "Ana", "Ana istem", true)],
        AiConfigurations =
        [
            new("spare", "offline", "offline-2", true, false), new("default", "offline", "offline-1", true, true),
            new("off", "offline", "offline-3", false, false),
        ],
    };

    private static ProductData Product(string sku, string name, string category, decimal? price, string currency, int stock) => new(
        sku, sku.ToLowerInvariant(), name, category, "Depo içi kullanım için uygun fiyatlı ürün.", price, currency, stock,
        Featured: false, """{"power":"diesel"}""", ["dış saha"]);
}
