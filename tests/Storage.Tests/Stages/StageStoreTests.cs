using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Stages;

namespace FlowEngine.Storage.Tests.Stages;

public sealed class StageStoreTests
{
    private static readonly StageRow s_off = new("off", 100, 100);
    private static readonly StageRow s_shadow = new("shadow", 10, 50);

    [DatabaseFact]
    public async Task SetAsync_WithTheEtag_IsStoredReadWithTheTenantAndAudited(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var store = database.Get<StageStore>();
        Assert.Null(await store.GetAsync(database.Tenant, default));

        var first = await store.SetAsync(
            database.Tenant, "first", new(s_off, s_shadow, "A try.", "key:7", new("passed", "All is well."), StageEntry.NoEtag), default);
        var stale = await store.SetAsync(database.Tenant, "first", new(s_shadow, s_off, null, "key:8", null, StageEntry.NoEtag), default);
        var second = await store.SetAsync(
            database.Tenant, "first", new(s_shadow, s_shadow with { Percentage = 20 }, null, "key:8", null, first!.Etag), default);

        Assert.Null(stale);
        Assert.NotEqual(first.Etag, second!.Etag);
        Assert.Equal(s_shadow with { Percentage = 20 }, (await store.GetAsync(database.Tenant, default))!.Stage);
        Assert.Equal(s_shadow with { Percentage = 20 }, (await database.Get<ITenantReader>().TenantAsync(database.Tenant, default))!.Stage);
        Assert.Null(await store.GetAsync(database.Other, default));
        var listed = await store.ListAsync(TestDatabase.Instance, default);
        Assert.Equal(second, Assert.Single(listed, tenant => tenant.Entry is not null).Entry);
        Assert.Equal(2, listed.Count);
        Assert.Equal(2L, database.Scalar<long>("SELECT COUNT(*) FROM audit_logs WHERE tenant_id = 1 AND action = 'stage.set'"));
        Assert.Contains(
            "\"gate\":{\"verdict\":\"passed\"",
            database.Scalar<string>("SELECT details FROM audit_logs WHERE actor = 'key:7'"), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task SetAsync_ManyAtOnceWithOneEtag_OneIsStored(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var store = database.Get<StageStore>();

        var begun = await AllAsync(StageEntry.NoEtag);
        var changed = await AllAsync(Assert.Single(begun.OfType<StageEntry>()).Etag);

        Assert.Single(changed.OfType<StageEntry>());
        Assert.Equal(2L, database.Scalar<long>("SELECT COUNT(*) FROM audit_logs WHERE tenant_id = 1 AND action = 'stage.set'"));

        Task<StageEntry?[]> AllAsync(string etag) => Task.WhenAll(Enumerable.Range(0, 6).Select(percentage => Task.Run(() => store.SetAsync(
            database.Tenant, "first", new(s_off, s_shadow with { Percentage = percentage }, null, "key:7", null, etag), default))));
    }
}
