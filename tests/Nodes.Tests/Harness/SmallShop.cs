using FlowEngine.Conversations;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>The tenant that tests have unless they say otherwise: five products in two categories, two passages, rates of today.</summary>
internal static class SmallShop
{
    public static TenantProfile Tenant => new()
    {
        Key = new TenantKey(7, "test"),
        Slug = "depo",
        Name = "Depo Makina",
        Languages = ["tr", "en"],
        Currency = "TRY",
        SiteUrl = "https://depo.example",
        TimeZone = "Europe/Istanbul",
        Contact = new ContactFacts
        {
            Phone = "+902161234567",
            WhatsApp = "+905321234567",
            Email = "info@depo.example",
            Address = "Tuzla, İstanbul",
            CallbackFormUrl = "/contact/callback",
            WorkingHours = new Dictionary<string, string> { ["tr"] = "Hafta içi 09.00-18.00", ["en"] = "Weekdays 9 to 18" },
        },
        Rates = new ExchangeRates(
            "TRY", new DateTimeOffset(2026, 12, 2, 6, 0, 0, TimeSpan.Zero), new Dictionary<string, decimal> { ["USD"] = 40, ["EUR"] = 50 }),
        Directives = [new Directive("tone", "Kısa ve nazik yanıt ver.", "string", "style", 1)],
    };

    public static void Fill(TestWorld world)
    {
        world.Catalog.Categories.AddRange(
        [
            new(1, "transpalet", Names("Transpalet", "Pallet truck"), ["transpalet", "pallet truck", "palet arabası"]),
            new(2, "forklift", Names("Forklift", "Forklift"), ["forklift", "istif"]),
        ]);
        world.Catalog.Products.AddRange(
        [
            Product(1, "EP-1500", "Akülü Transpalet EP-1500", "transpalet", 60_000, 12, capacity: 1500) with { Featured = true },
            Product(2, "MT-2000", "Manuel Transpalet MT-2000", "transpalet", 12_000, 4, capacity: 2000),
            Product(3, "EP-2000", "Akülü Transpalet EP-2000", "transpalet", 2_000, 0, capacity: 2000) with { Currency = "USD" },
            Product(4, "FD-25", "Dizel Forklift FD-25", "forklift", 900_000, 2, capacity: 2500),
            Product(5, "FE-18", "Elektrikli Forklift FE-18", "forklift", null, 1, capacity: 1800),
        ]);
        world.Knowledge.Passages.AddRange(
        [
            new(11, "Garanti / Warranty", "Makinelerin garanti süresi iki yıldır. The warranty is two years.", "https://depo.example/garanti", 0),
            new(12, "Kargo / Shipping", "Kargo üç gün sürer. Shipping takes three days.", null, 0),
        ]);
    }

    private static Product Product(long id, string sku, string name, string category, decimal? price, int stock, decimal capacity) => new()
    {
        Id = id,
        Sku = sku,
        Slug = sku.ToLowerInvariant(),
        Name = name,
        CategorySlug = category,
        Description = $"{name}, {capacity} kg",
        Price = price,
        Currency = "TRY",
        Stock = stock,
        Url = $"https://depo.example/urun/{sku.ToLowerInvariant()}",
        Attributes = new Dictionary<string, Value> { ["capacity_kg"] = Value.Of(capacity) },
    };

    private static Dictionary<string, string> Names(string turkish, string english) => new() { ["tr"] = turkish, ["en"] = english };
}
