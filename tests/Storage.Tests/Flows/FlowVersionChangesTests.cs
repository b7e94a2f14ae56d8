using System.Text.Json;
using FlowEngine.Storage.Audit;
using FlowEngine.Storage.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Flows;

public sealed class FlowVersionChangesTests
{
    private static readonly FlowDraft s_draft = new("shop", """{"drawflow": {}}""", "1", "me", "first");

    private static readonly FlowChangeCommand s_order = new("me");

    [DatabaseFact]
    public async Task SaveDraftAsync_Drafts_AreVersionsWithEtags(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var flows = database.Get<FlowVersionChanges>();

        Assert.Null(await flows.SaveDraftAsync(database.Tenant, s_draft, "*", default));
        var first = await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        var second = await flows.SaveDraftAsync(database.Tenant, s_draft with { FlowData = "{}" }, first!.Summary.Etag, default);
        var stale = await flows.SaveDraftAsync(database.Tenant, s_draft with { FlowData = "[]" }, first.Summary.Etag, default);
        var any = await flows.SaveDraftAsync(database.Tenant, s_draft, "*", default);

        Assert.Equal((1, 2, 3), (first.Summary.Version, second!.Summary.Version, any!.Summary.Version));
        Assert.Null(stale);
        Assert.Equal(first.Summary.Etag, any.Summary.Etag);
        Assert.Equal(["flow.save", "flow.save", "flow.save"], await ActionsAsync(database));
    }

    [DatabaseFact]
    public async Task PublishAsync_Version_IsTheOneActive(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var flows = database.Get<FlowVersionChanges>();
        await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        var second = await flows.SaveDraftAsync(database.Tenant, s_draft with { FlowData = "{}" }, null, default);

        Assert.Equal(FlowChangeOutcome.Done, await PublishAsync(1));
        Assert.Equal(FlowChangeOutcome.Done, await PublishAsync(1));
        Assert.Equal(FlowChangeOutcome.Changed, await PublishAsync(2, "another"));
        Assert.Equal(FlowChangeOutcome.Done, await PublishAsync(2, second!.Summary.Etag));
        Assert.Equal(FlowChangeOutcome.NotFound, await PublishAsync(3));

        Assert.Equal(2, database.Scalar<long>("SELECT version FROM tenant_conversation_flows WHERE is_active"));
        Assert.Equal(FlowChangeOutcome.NotFound, (await flows.PublishAsync(database.Other, "shop", 1, s_order, default)).Outcome);
        Assert.Equal(["flow.publish", "flow.publish", "flow.save", "flow.save"], await ActionsAsync(database));

        async Task<FlowChangeOutcome> PublishAsync(int version, string? etag = null) =>
            (await flows.PublishAsync(database.Tenant, "shop", version, s_order with { ExpectedEtag = etag }, default)).Outcome;
    }

    [DatabaseFact]
    public async Task RollBackAsync_ToAnOldVersion_MakesANewActiveOneThatEqualsIt(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var flows = database.Get<FlowVersionChanges>();
        await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await flows.SaveSettingsAsync(database.Tenant, "shop", 1, """{"maxSteps":5}""", s_order, default);
        await flows.SaveDraftAsync(database.Tenant, s_draft with { FlowData = "{}", StartNodeId = "2" }, null, default);
        await flows.PublishAsync(database.Tenant, "shop", 3, s_order, default);

        var result = await flows.RollBackAsync(database.Tenant, "shop", 2, s_order with { Note = "worse" }, default);

        Assert.Equal((4, true, "published", "worse"), (result.Version!.Version, result.Version.IsActive, result.Version.Status, result.Version.Note));
        var stored = await database.Get<FlowVersionStore>().GetAsync(database.Tenant, "shop", 4, default);
        Assert.Equal((s_draft.FlowData, "1", """{"maxSteps":5}"""), (stored!.FlowData, stored.StartNodeId, stored.Settings));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM tenant_conversation_flows WHERE is_active"));
        var details = JsonElement.Parse((await EntriesAsync(database))[0].Details!);
        Assert.Equal(
            [3, 4, 2], new[] { "before", "after", "copyOf" }.Select(name => details.GetProperty(name).GetProperty("version").GetInt32()));
    }

    [DatabaseFact]
    public async Task SaveSettingsAsync_OtherSettings_AreANewDraft(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var flows = database.Get<FlowVersionChanges>();
        var saved = await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);

        var changed = await flows.SaveSettingsAsync(database.Tenant, "shop", 1, """{"maxSteps":2}""", s_order, default);
        var same = await flows.SaveSettingsAsync(database.Tenant, "shop", 2, """{"maxSteps":2}""", s_order, default);

        Assert.Equal((2, "draft"), (changed.Version!.Version, changed.Version.Status));
        Assert.NotEqual(saved!.Summary.Etag, changed.Version.Etag);
        Assert.Equal(2, same.Version!.Version);
        Assert.Null((await database.Get<FlowVersionStore>().GetAsync(database.Tenant, "shop", 1, default))!.Settings);
        Assert.Equal(FlowChangeOutcome.NotFound, (await flows.SaveSettingsAsync(database.Tenant, "shop", 9, null, s_order, default)).Outcome);
        Assert.Equal(["flow.settings", "flow.save"], await ActionsAsync(database));
    }

    [DatabaseFact]
    public async Task ArchiveAsync_VersionOutOfUse_IsNotPublishedAgainButRolledBackTo(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var flows = database.Get<FlowVersionChanges>();
        await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await flows.PublishAsync(database.Tenant, "shop", 2, s_order, default);

        Assert.Equal(FlowChangeOutcome.Active, (await flows.ArchiveAsync(database.Tenant, "shop", 2, s_order, default)).Outcome);
        Assert.Equal("archived", (await flows.ArchiveAsync(database.Tenant, "shop", 1, s_order, default)).Version!.Status);
        Assert.Equal(FlowChangeOutcome.Done, (await flows.ArchiveAsync(database.Tenant, "shop", 1, s_order, default)).Outcome);
        Assert.Equal(FlowChangeOutcome.Archived, (await flows.PublishAsync(database.Tenant, "shop", 1, s_order, default)).Outcome);
        Assert.Equal(3, (await flows.RollBackAsync(database.Tenant, "shop", 1, s_order, default)).Version!.Version);
        Assert.Equal(["flow.rollback", "flow.archive", "flow.publish", "flow.save", "flow.save"], await ActionsAsync(database));
    }

    [DatabaseFact]
    public async Task DeleteAsync_Flow_IsOutOfUseButReadById(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (flows, store) = (database.Get<FlowVersionChanges>(), database.Get<FlowVersionStore>());
        var saved = await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await flows.PublishAsync(database.Tenant, "shop", 1, s_order, default);

        Assert.True(await flows.DeleteAsync(database.Tenant, "shop", "me", default));
        Assert.False(await flows.DeleteAsync(database.Tenant, "shop", "me", default));
        Assert.Empty(await store.ListAsync(database.Tenant, default));
        Assert.Null(await store.GetAsync(database.Tenant, "shop", null, default));
        Assert.NotNull(await store.FindAsync(database.Tenant, saved!.Id, default));
        Assert.Null(await flows.SaveDraftAsync(database.Tenant, s_draft, saved.Summary.Etag, default));
        Assert.Equal(2, (await flows.SaveDraftAsync(database.Tenant, s_draft, null, default))!.Summary.Version);
        Assert.Equal(["flow.save", "flow.delete", "flow.publish", "flow.save"], await ActionsAsync(database));
    }

    [DatabaseFact]
    public async Task Changes_OfTwoProcessesAtOnce_GiveDistinctVersionsAndOneActive(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on, options => options with { BusyTimeout = TimeSpan.FromSeconds(30) });
        await using var beside = database.Beside();
        FlowVersionChanges[] processes = [database.Get<FlowVersionChanges>(), beside.GetRequiredService<FlowVersionChanges>()];

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            var flows = processes[i % 2];
            var draft = await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
            await flows.PublishAsync(database.Tenant, "shop", draft!.Summary.Version, s_order, default);
            return draft.Summary.Version;
        })));

        Assert.Equal(Enumerable.Range(1, 20), saved.Order());
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM tenant_conversation_flows WHERE is_active"));
        Assert.Equal(40, (await EntriesAsync(database)).Count);
    }

    [DatabaseFact]
    public async Task SaveDraftAsync_TwoOverTheSameEtag_IsDoneOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on, options => options with { BusyTimeout = TimeSpan.FromSeconds(30) });
        var flows = database.Get<FlowVersionChanges>();
        var first = await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            flows.SaveDraftAsync(database.Tenant, s_draft with { FlowData = $"{{\"{i}\":1}}" }, first!.Summary.Etag, default))));

        Assert.Single(saved, one => one is not null);
    }

    [DatabaseFact]
    public async Task Rows_ThatMakeASecondVersionActive_AreRefusedByTheDatabase(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var flows = database.Get<FlowVersionChanges>();
        await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await flows.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await flows.PublishAsync(database.Tenant, "shop", 1, s_order, default);

        Assert.ThrowsAny<System.Data.Common.DbException>(() => database.Raw("UPDATE tenant_conversation_flows SET is_active = true"));
        Assert.ThrowsAny<System.Data.Common.DbException>(() => database.Raw("UPDATE tenant_conversation_flows SET version = 1"));
    }

    [DatabaseFact]
    public async Task ListAsync_OfTheAudit_FiltersAndPages(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (flows, audit) = (database.Get<FlowVersionChanges>(), database.Get<AuditStore>());
        foreach (var name in new[] { "a", "b", "a" })
        {
            await flows.SaveDraftAsync(database.Tenant, s_draft with { Name = name }, null, default);
        }

        await flows.PublishAsync(database.Tenant, "a", 1, s_order, default);

        Assert.Equal(2, (await audit.ListAsync(database.Tenant, new("flow.save", null, "a"), null, 9, default)).Count);
        Assert.Equal(4, (await audit.ListAsync(database.Tenant, new(null, "flow", null), null, 9, default)).Count);
        Assert.Empty(await audit.ListAsync(database.Tenant, new(null, "flo", null), null, 9, default));
        Assert.Empty(await audit.ListAsync(database.Other, new(null, null, null), null, 9, default));
        Assert.Empty(await audit.ListAsync(database.Tenant with { InstanceId = "else" }, new(null, null, null), null, 9, default));
        var first = await audit.ListAsync(database.Tenant, new(null, null, null), null, 3, default);
        var rest = await audit.ListAsync(database.Tenant, new(null, null, null), first[^1].Id, 3, default);
        Assert.Equal(["flow.publish", "flow.save", "flow.save", "flow.save"], first.Concat(rest).Select(entry => entry.Action));
        Assert.Equal(("me", TestDatabase.Now), (first[0].Actor, first[0].CreatedAt));
    }

    private static Task<IReadOnlyList<AuditEntry>> EntriesAsync(TestDatabase database) =>
        database.Get<AuditStore>().ListAsync(database.Tenant, new(null, null, null), null, 100, default);

    private static async Task<IEnumerable<string>> ActionsAsync(TestDatabase database) =>
        (await EntriesAsync(database)).Select(entry => entry.Action);
}
