using FlowEngine.Conversations;
using FlowEngine.Storage.Flows;

namespace FlowEngine.Storage.Tests.Flows;

public sealed class FlowVersionStoreTests
{
    private static readonly FlowDraft s_draft = new("shop", """{"drawflow": {}}""", "1", "me", "first");

    private static readonly FlowChangeCommand s_order = new("me");

    [DatabaseFact]
    public async Task GetAsync_ByNumberOrWithout_GivesThatVersionOrTheActiveElseTheNewest(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (flows, changes) = (database.Get<FlowVersionStore>(), database.Get<FlowVersionChanges>());
        await changes.SaveDraftAsync(database.Tenant, s_draft, null, default);
        await changes.SaveDraftAsync(database.Tenant, s_draft with { FlowData = "{}" }, null, default);

        var read = await flows.GetAsync(database.Tenant, "shop", 1, default);
        Assert.Equal(s_draft.FlowData, read!.FlowData);
        Assert.Equal("1", read.StartNodeId);
        Assert.Equal(2, (await flows.GetAsync(database.Tenant, "shop", null, default))!.Summary.Version);
        await changes.PublishAsync(database.Tenant, "shop", 1, s_order, default);
        Assert.Equal(1, (await flows.GetAsync(database.Tenant, "shop", null, default))!.Summary.Version);
        Assert.Equal(2, (await flows.NewestAsync(database.Tenant, "shop", default))!.Summary.Version);
        Assert.Equal(
            new FlowVersionRef(read.Id, "shop", 1), (await flows.FindAsync(database.Tenant, read.Id, default))!.Version);
        Assert.Null(await flows.FindAsync(database.Other, read.Id, default));
        Assert.Null(await flows.GetAsync(database.Other, "shop", 1, default));
    }

    [DatabaseFact]
    public async Task ListAsync_OfSeveralFlows_GivesOneRowEachByNameInPages(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (flows, changes) = (database.Get<FlowVersionStore>(), database.Get<FlowVersionChanges>());
        foreach (var name in new[] { "c", "a", "b", "gone", "a", "b", "b" })
        {
            await changes.SaveDraftAsync(database.Tenant, s_draft with { Name = name }, null, default);
        }

        await changes.SaveDraftAsync(database.Other, s_draft with { Name = "theirs" }, null, default);
        await changes.PublishAsync(database.Tenant, "b", 1, s_order, default);
        await changes.DeleteAsync(database.Tenant, "gone", "me", default);

        var all = await flows.ListAsync(database.Tenant, default);
        Assert.Equal([("a", 2, false), ("b", 1, true), ("c", 1, false)], all.Select(flow => (flow.Name, flow.Version, flow.IsActive)));
        Assert.Equal(["b"], (await flows.ListAsync(database.Tenant, "a", 1, default)).Select(flow => flow.Name));
        Assert.Equal(["a", "b", "c"], (await flows.NamesAsync(database.Tenant, default)).Order(StringComparer.Ordinal));
        var newest = Assert.Single(await flows.VersionsAsync(database.Tenant, "c", null, 1, default));
        Assert.Equal(newest, all[2]);
    }

    [DatabaseFact]
    public async Task VersionsAsync_Pages_GiveEveryVersionOnceAndArchivedOnesOnlyIfAsked(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (flows, changes) = (database.Get<FlowVersionStore>(), database.Get<FlowVersionChanges>());
        for (var i = 0; i < 5; i++)
        {
            await changes.SaveDraftAsync(database.Tenant, s_draft, null, default);
        }

        await changes.ArchiveAsync(database.Tenant, "shop", 4, s_order, default);

        Assert.Equal([5, 3], await NumbersAsync(null, 2, false));
        Assert.Equal([2, 1], await NumbersAsync(3, 9, false));
        Assert.Equal([5, 4, 3, 2, 1], await NumbersAsync(null, 9, true));

        async Task<IEnumerable<int>> NumbersAsync(int? before, int limit, bool archived) =>
            (await flows.VersionsAsync(database.Tenant, "shop", before, limit, default, archived)).Select(version => version.Version);
    }

    [Theory]
    [InlineData("SELECT id, flow_name, version FROM tenant_conversation_flows WHERE tenant_id = 1 AND is_active ORDER BY flow_name")]
    [InlineData("SELECT MAX(version) FROM tenant_conversation_flows WHERE tenant_id = 1 AND flow_name = 'shop' AND status = 'draft'")]
    [InlineData("SELECT MIN(flow_name) FROM tenant_conversation_flows WHERE tenant_id = 1 AND flow_name > 'shop'")]
    [InlineData("SELECT version, status FROM tenant_conversation_flows WHERE tenant_id = 1 AND flow_name = 'shop' AND status <> 'deleted' ORDER BY version DESC LIMIT 1")]
    [InlineData("SELECT id FROM audit_logs WHERE tenant_id = 1 AND instance_id = 'test' AND id < 9 ORDER BY id DESC LIMIT 1")]
    public async Task Queries_OfVersionsAndAudit_SearchAnIndexAndSortNothing(string sql)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        using var connection = database.OpenRaw();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        using var reader = command.ExecuteReader();
        var plan = new List<string>();
        while (reader.Read())
        {
            plan.Add(reader.GetString(3));
        }

        Assert.All(plan, step => Assert.StartsWith("SEARCH", step, StringComparison.Ordinal));
    }
}
