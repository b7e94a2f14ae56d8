using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.Catalog;

public sealed class ProductReadTests
{
    private static readonly PriceRange s_all = new(null, DearestFirst: false, null, null, null, [], 10);

    [DatabaseFact]
    public async Task ByPriceAsync_SeveralCurrencies_AreConverted(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        var catalog = database.Get<IProductCatalog>();

        // 300 EUR are 15,000 TRY; USD has no rate, and one product has no price.
        Assert.Equal(["TP-25", "TP-20", "FL-30"], await Skus(s_all));
        Assert.Equal(["FL-30", "TP-20"], await Skus(s_all with { DearestFirst = true, Limit = 2 }));
        Assert.Equal(["TP-25", "TP-20"], await Skus(s_all with { CategorySlug = "transpalet" }));
        Assert.Equal(["FL-30"], await Skus(s_all with { ExcludedCategories = ["transpalet"] }));
        Assert.Equal(["TP-20"], await Skus(s_all with { Minimum = 301, Maximum = 1800, Currency = "EUR" }));
        Assert.Equal(["TP-25"], await Skus(s_all with { Maximum = 15000 }));
        Assert.Empty(await Skus(s_all with { Maximum = 15000, Currency = "JPY" }));

        async Task<IEnumerable<string>> Skus(PriceRange range) =>
            (await catalog.ByPriceAsync(tenant, range, default)).Select(product => product.Sku);
    }

    [DatabaseFact]
    public async Task GetAsync_Ids_KeepsTheirOrderAndFillsTheProduct(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        var catalog = database.Get<IProductCatalog>();
        database.Raw("UPDATE products SET url = 'https://other.example/p' WHERE sku = 'AK-24'");
        var ids = (await catalog.SearchAsync(tenant, new("transpalet şarj", null, 5), default)).ToDictionary(p => p.Sku, p => p.Id);

        var found = await catalog.GetAsync(tenant, [ids["AK-24"], 999, ids["TP-20"]], default);

        Assert.Equal(["AK-24", "TP-20"], found.Select(product => product.Sku));
        Assert.Equal("https://other.example/p", found[0].Url);
        Assert.Equal("https://depo.example/shop/tp-20", found[1].Url);
        Assert.Equal(90000m, found[1].Price);
        Assert.Equal("transpalet", found[1].CategorySlug);
        Assert.Equal("diesel", found[1].Attributes["power"].Text);
        Assert.Equal(3, found[1].Stock);
    }

    [DatabaseFact]
    public async Task CategoriesAsync_Tenant_AreInItsOrder(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;

        var categories = await database.Get<IProductCatalog>().CategoriesAsync(tenant, default);

        Assert.Equal(["transpalet", "forklift", "aku"], categories.Select(category => category.Slug));
        Assert.Equal("Pallet truck", categories[0].Name["en"]);
        Assert.Equal(["palet arabası"], categories[0].Synonyms);
    }
}
