using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.Catalog;

public sealed class ProductSearchTests
{
    [DatabaseTheory]
    [InlineData("transpalet", "TP-20,TP-25")]
    [InlineData("TRANSPALETLER", "TP-20,TP-25")]
    [InlineData("akülü transpaletlerinizi görmek istiyorum", "TP-20,TP-25")]
    [InlineData("AKULU transpalet", "TP-20,TP-25")]
    [InlineData("çelik", "FL-30")]
    [InlineData("CELIK forkliftin", "FL-30,FL-40")]
    [InlineData("ÇELİK", "FL-30")]
    [InlineData("şarj cihazı var mı?", "AK-24")]
    [InlineData("sarj cihazlari", "AK-24")]
    [InlineData("palet arabası", "TP-20,TP-25")]
    [InlineData("pallet trucks", "TP-20,TP-25")]
    [InlineData("istifleyiciler", "FL-40,FL-30")]
    [InlineData("TP-25", "TP-25,TP-20")]
    [InlineData("2,0 ton transpalet", "TP-20,TP-25")]
    [InlineData("elektrikli", "FL-40")]
    public async Task SearchAsync_WordsOfTheShop_FindTheProducts(string on, string text, string expected)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;

        var found = await database.Get<IProductCatalog>().SearchAsync(tenant, new(text, null, 2), default);

        Assert.Equal(expected, string.Join(',', found.Select(product => product.Sku)));
    }

    [DatabaseTheory]
    [InlineData("bisiklet")]
    [InlineData("en ucuz ürün hangisi")]
    [InlineData("24 ton bisiklet")]
    [InlineData("")]
    [InlineData("\" OR * NEAR(")]
    [InlineData("tenant3x")]
    public async Task SearchAsync_NothingMeaningfulMatches_GivesNothing(string on, string text)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;

        Assert.Empty(await database.Get<IProductCatalog>().SearchAsync(tenant, new(text, null, 5), default));
    }

    [DatabaseFact]
    public async Task SearchAsync_Category_LeavesOthersOut(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;

        var found = await database.Get<IProductCatalog>().SearchAsync(tenant, new("ton", "forklift", 5), default);

        Assert.Equal(["FL-30"], found.Select(product => product.Sku));
    }

    [DatabaseTheory]
    [InlineData("UPDATE products SET name = 'Kırmızı Bisiklet' WHERE sku = 'FL-40'", "bisikletler", "FL-40")]
    [InlineData("UPDATE products SET description = 'bisiklet taşır' WHERE sku = 'FL-40'", "bisiklet", "FL-40")]
    [InlineData("UPDATE products SET tags = 'bisiklet, park' WHERE sku = 'TP-20'", "bisiklet", "TP-20")]
    [InlineData("UPDATE product_categories SET synonyms = '[\"bisiklet\"]' WHERE slug = 'aku'", "bisiklet", "AK-24")]
    [InlineData(
        "INSERT INTO products (tenant_id, sku, slug, name, currency, stock, featured, is_active) VALUES (3, 'B-1', 'b-1', 'BİSİKLET', 'TRY', 1, false, true)",
        "bisiklet", "B-1")]
    public async Task SearchAsync_RowChangedByAnyTool_IsFoundAtOnce(string on, string sql, string text, string expected)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        var catalog = database.Get<IProductCatalog>();
        Assert.Empty(await catalog.SearchAsync(tenant, new(text, null, 5), default));

        database.Raw(sql);

        Assert.Equal([expected], (await catalog.SearchAsync(tenant, new(text, null, 5), default)).Select(product => product.Sku));
    }

    [DatabaseFact]
    public async Task SearchAsync_OldWordsAfterChangeAndDelete_AreGone(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        var catalog = database.Get<IProductCatalog>();
        Assert.Single(await catalog.SearchAsync(tenant, new("gezgin", null, 5), default));

        database.Raw("UPDATE products SET name = 'Elektrikli Forklift' WHERE sku = 'FL-40'");
        Assert.Empty(await catalog.SearchAsync(tenant, new("gezgin", null, 5), default));

        database.Raw("DELETE FROM products WHERE sku = 'FL-30'");
        Assert.Empty(await catalog.SearchAsync(tenant, new("çelik", null, 5), default));
        if (on == DatabaseNames.Sqlite)
        {
            database.Raw("INSERT INTO products_fts(products_fts) VALUES ('integrity-check')");
        }
    }

    [DatabaseFact]
    public async Task SearchAsync_OtherTenant_FindsItsOwnAlone(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        database.Raw("INSERT INTO products (tenant_id, sku, slug, name, currency, stock, featured, is_active) VALUES (2, 'X', 'x', 'Transpalet', 'TRY', 1, false, true)");
        var catalog = database.Get<IProductCatalog>();

        var found = await catalog.SearchAsync(database.Other, new("transpalet", null, 5), default);

        Assert.Equal(["X"], found.Select(product => product.Sku));
        Assert.Empty(await catalog.GetAsync(tenant, [found[0].Id], default));
    }
}
