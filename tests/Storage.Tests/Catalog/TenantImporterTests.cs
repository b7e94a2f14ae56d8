using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Assistants;
using FlowEngine.Storage.Import;
using FlowEngine.Storage.Tenants;

namespace FlowEngine.Storage.Tests.Catalog;

public sealed class TenantImporterTests
{
    [DatabaseFact]
    public async Task ImportAsync_TenantThatIsThere_ChangesNothing(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        database.Raw("UPDATE products SET name = 'Elle' WHERE sku = 'TP-20'");

        var again = await database.Get<TenantImporter>().ImportAsync(CatalogFixture.Shop("shop"), TestDatabase.Instance, default);

        Assert.Equal((tenant, false), again);
        Assert.Equal(5, database.Scalar<long>("SELECT COUNT(*) FROM products"));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM products WHERE name = 'Elle'"));
    }

    [DatabaseFact]
    public async Task ImportAsync_BrokenOff_IsBegunAgain(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (begun, _) = await database.Get<TenantStore>().CreateAsync(new("shop", "Depo", ["tr"], "TRY", "UTC", null, IsActive: false), "test", default);

        var (tenant, created) = await database.Get<TenantImporter>().ImportAsync(CatalogFixture.Shop("shop"), TestDatabase.Instance, default);

        Assert.Equal((begun.Id, true), (tenant.TenantId, created));
        Assert.Equal(5, database.Scalar<long>("SELECT COUNT(*) FROM products"));
        Assert.True((await database.Get<TenantStore>().FindAsync("shop", default))!.IsActive);
    }

    [DatabaseFact]
    public async Task ImportAsync_InactiveTenantWithRows_IsLeftAsItIs(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        await database.Get<TenantStore>().ChangeAsync("shop", facts => facts with { IsActive = false }, "test", default);
        database.Raw("DELETE FROM products WHERE sku = 'TP-20'");

        var again = await database.Get<TenantImporter>().ImportAsync(CatalogFixture.Shop("shop"), TestDatabase.Instance, default);

        Assert.Equal((tenant, false), again);
        Assert.Equal(4, database.Scalar<long>("SELECT COUNT(*) FROM products"));
        Assert.False((await database.Get<TenantStore>().FindAsync("shop", default))!.IsActive);
    }

    [DatabaseFact]
    public async Task ImportAsync_NewTenant_IsReadByATurn(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;

        var snapshot = await database.Get<ITenantReader>().TenantAsync("shop", TestDatabase.Instance, default);

        Assert.Equal(tenant, snapshot!.Profile.Key);
        Assert.Equal("shop", snapshot.Profile.Settings.DefaultFlow);
        Assert.Equal("+90 212 555 01 23", snapshot.Profile.Contact.Phone);
        Assert.Equal(50m, snapshot.Profile.Rates!.Rates["EUR"]);
        Assert.Equal("friendly", Assert.Single(snapshot.Profile.Directives).Value);
    }

    [DatabaseFact]
    public async Task PromptAsync_SeveralPrompts_TakesTheDefault(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        var store = database.Get<AssistantStore>();

        Assert.Equal("Ana istem", (await store.PromptAsync(tenant, new(null, "chat", null), default))!.Text);
        Assert.Null(await store.PromptAsync(tenant, new(null, "other", null), default));
        Assert.Null(await store.PromptAsync(database.Other, new(null, "chat", null), default));
    }

    [DatabaseFact]
    public async Task ActiveConfigurationsAsync_Tenant_AreItsActiveOnes(string on)
    {
        var (database, tenant) = await CatalogFixture.CreateAsync(on);
        await using var _ = database;
        var store = database.Get<AssistantStore>();

        var active = await store.ActiveConfigurationsAsync(tenant, default);

        Assert.Equal(["default", "spare"], active.Select(row => row.Name));
        Assert.True(active[0].IsDefault);
        Assert.Empty(await store.ActiveConfigurationsAsync(database.Other, default));
    }
}
