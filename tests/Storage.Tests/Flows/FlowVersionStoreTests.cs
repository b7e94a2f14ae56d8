using FlowEngine.Conversations;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Storage.Tests.Flows;

public sealed class FlowVersionStoreTests
{
    private static readonly FlowDraft s_draft = new("shop", """{"drawflow": {}}""", "1", "me", "first");

    [Fact]
    public async Task SaveDraftAsync_Drafts_AreVersionsWithEtags()
    {
        await using var database = await TestDatabase.CreateAsync();
        var flows = database.Get<FlowVersionStore>();

        var first = await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        var second = await flows.SaveDraftAsync(database.Tenant, s_draft with { FlowData = "{}" }, first!.Summary.Etag, default);
        var stale = await flows.SaveDraftAsync(database.Tenant, s_draft with { FlowData = "[]" }, first.Summary.Etag, default);

        Assert.Equal(1, first.Summary.Version);
        Assert.Equal(2, second!.Summary.Version);
        Assert.Null(stale);
        var read = await flows.GetAsync(database.Tenant, "shop", 1, default);
        Assert.Equal(s_draft.FlowData, read!.FlowData);
        Assert.Equal("1", read.StartNodeId);
        Assert.Equal(2, (await flows.GetAsync(database.Tenant, "shop", null, default))!.Summary.Version);
        Assert.Equal(
            new FlowVersionRef(read.Id, "shop", 1), (await flows.FindAsync(database.Tenant, read.Id, default))!.Version);
        Assert.Null(await flows.FindAsync(database.Other, read.Id, default));
        Assert.Equal([2, 1], (await flows.VersionsAsync(database.Tenant, "shop", null, 10, default)).Select(version => version.Version));
        Assert.Equal(["shop"], await flows.NamesAsync(database.Tenant, default));
    }

    [Fact]
    public async Task PublishAsync_Version_IsTheOneActive()
    {
        await using var database = await TestDatabase.CreateAsync();
        var flows = database.Get<FlowVersionStore>();
        await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await flows.SaveDraftAsync(database.Tenant, s_draft with { FlowData = "{}" }, null, default);

        await flows.PublishAsync(database.Tenant, "shop", 1, default);
        database.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.True(await flows.PublishAsync(database.Tenant, "shop", 2, default));

        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM tenant_conversation_flows WHERE is_active"));
        Assert.Equal(2, Assert.Single(await flows.ListAsync(database.Tenant, default)).Version);
        Assert.False(await flows.PublishAsync(database.Other, "shop", 1, default));
        Assert.Equal(1, await flows.RollbackAsync(database.Tenant, "shop", default));
        Assert.Equal(1, Assert.Single(await flows.ListAsync(database.Tenant, default)).Version);
        Assert.Null(await flows.RollbackAsync(database.Other, "shop", default));
    }

    [Fact]
    public async Task DeleteAsync_Flow_IsOutOfUseButReadById()
    {
        await using var database = await TestDatabase.CreateAsync();
        var flows = database.Get<FlowVersionStore>();
        var saved = await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await flows.PublishAsync(database.Tenant, "shop", 1, default);

        Assert.True(await flows.DeleteAsync(database.Tenant, "shop", default));
        Assert.False(await flows.DeleteAsync(database.Tenant, "shop", default));
        Assert.Empty(await flows.ListAsync(database.Tenant, default));
        Assert.Null(await flows.GetAsync(database.Tenant, "shop", null, default));
        Assert.NotNull(await flows.FindAsync(database.Tenant, saved!.Id, default));
        Assert.Equal(2, (await flows.SaveDraftAsync(database.Tenant, s_draft, null, default))!.Summary.Version);
    }

    [Fact]
    public async Task SetSettingsAsync_Version_ChangesItsEtag()
    {
        await using var database = await TestDatabase.CreateAsync();
        var flows = database.Get<FlowVersionStore>();
        var saved = await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);

        var changed = await flows.SetSettingsAsync(database.Tenant, "shop", 1, """{"b":2}""", default);

        Assert.Equal("""{"b":2}""", changed!.Settings);
        Assert.NotEqual(saved!.Summary.Etag, changed.Summary.Etag);
        Assert.Null(await flows.SetSettingsAsync(database.Tenant, "shop", 9, null, default));
    }
}
