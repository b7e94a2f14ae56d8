using FlowEngine.Conversations;
using FlowEngine.Storage.Assistants;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;

namespace FlowEngine.Storage.Tests.Assistants;

public sealed class AssistantStoreTests
{
    [DatabaseFact]
    public async Task PromptAsync_TakesTheNamedPromptThenItsFeaturesThenTheUsualOne(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var usual = await AddAsync(database, database.Tenant, "shop-assistant", "usual", isDefault: true);
        var writer = await AddAsync(database, database.Tenant, "content-writer", "writer", isDefault: true);
        var second = await AddAsync(database, database.Tenant, "content-writer", "second");
        var off = await AddAsync(database, database.Tenant, "content-writer", "off", isActive: false);
        var foreign = await AddAsync(database, database.Other, "content-writer", "foreign", isDefault: true);
        var store = database.Get<AssistantStore>();

        async Task<string?> NameAsync(long? id, string? slug) =>
            (await store.PromptAsync(database.Tenant, new(id, slug, null), default))?.Name;

        Assert.Equal("usual", await NameAsync(null, null));
        Assert.Equal("usual", await NameAsync(null, " "));
        Assert.Equal("usual", await NameAsync(null, "no-such-feature"));
        Assert.Equal("writer", await NameAsync(null, "content-writer"));
        Assert.Equal("second", await NameAsync(second, "shop-assistant"));
        Assert.Equal("usual", await NameAsync(usual, "content-writer"));
        Assert.Equal("writer", await NameAsync(off, "content-writer"));
        Assert.Equal("usual", await NameAsync(foreign, null));
        Assert.Equal(
            new AssistantReference(writer, "content-writer", "Feature of content-writer"),
            (await store.PromptAsync(database.Tenant, new(null, "content-writer", null), default))!.Reference);
        Assert.Null(await store.PromptAsync(database.Other, AssistantReference.None, default));
    }

    private static async Task<long> AddAsync(
        TestDatabase database, TenantKey tenant, string slug, string name, bool isDefault = false, bool isActive = true)
    {
        await using var db = database.Get<ITenantDb>().Open(tenant);
        var row = new PromptRow
        {
            TenantId = tenant.TenantId, FeatureSlug = slug, FeatureName = $"Feature of {slug}", Name = name, Prompt = "x", IsDefault = isDefault,
            IsActive = isActive, UpdatedAt = TestDatabase.Now,
        };
        db.Prompts.Add(row);
        await db.SaveChangesAsync();
        return row.Id;
    }
}
