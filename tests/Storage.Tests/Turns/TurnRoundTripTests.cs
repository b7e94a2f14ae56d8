using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class TurnRoundTripTests
{
    [DatabaseFact]
    public async Task CommitAsync_NewConversation_IsReadBack(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = Sample.Head();

        var result = await database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, head), default);
        var loaded = await database.Get<ITurnReader>().ConversationAsync(database.Tenant, head.PublicId, default);

        Assert.Equal(CommitResult.Saved, result);
        Assert.NotNull(loaded);
        Assert.Equal(head with { IsNew = false }, loaded.Head);
        Assert.Equal(1, loaded.RowVersion);
        Assert.Equal(1, loaded.LastSeq);
        Assert.Equal(ConversationStatus.Waiting, loaded.Status);
        Assert.Equal("node-3", loaded.CurrentNodeId);
        Assert.Equal("""{"v":1,"vars":{}}""", loaded.ContextData);
        Assert.Equal(TestDatabase.Now.AddHours(1), loaded.ExpiresAt);
        Assert.Equal(TestDatabase.Now.AddSeconds(1), loaded.IdleSince);
        Assert.Equal(AssistantReference.None, loaded.Assistant);
    }

    [DatabaseFact]
    public async Task CommitAsync_NoFlowColumns_LeavesThemAsTheyAre(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = Sample.Head();
        var writer = database.Get<ITurnWriter>();
        await writer.CommitAsync(Sample.Commit(database.Tenant, head), default);
        var second = Sample.Commit(database.Tenant, head with { IsNew = false }, seq: 2, rowVersion: 1);

        await writer.CommitAsync(
            second with { Change = second.Change with { Flow = null, Assistant = new("chat", "Chat", 7, "{}") } }, default);

        var loaded = await database.Get<ITurnReader>().ConversationAsync(database.Tenant, head.PublicId, default);
        Assert.Equal("node-3", loaded!.CurrentNodeId);
        Assert.Equal(2, loaded.RowVersion);
        Assert.Equal("chat", database.Scalar<string>("SELECT feature_slug FROM ai_conversations"));
    }

    [DatabaseFact]
    public async Task CommitAsync_V1sColumnsThatAreThere_AreNotOverwritten(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = Sample.Head();
        var writer = database.Get<ITurnWriter>();
        await writer.CommitAsync(Sample.Commit(database.Tenant, head), default);
        database.Raw("UPDATE ai_conversations SET feature_slug = 'old', prompt_id = 3");
        var second = Sample.Commit(database.Tenant, head with { IsNew = false }, seq: 2, rowVersion: 1);

        await writer.CommitAsync(second with { Change = second.Change with { Assistant = new("chat", "Chat", 7, "{}") } }, default);

        var loaded = await database.Get<ITurnReader>().ConversationAsync(database.Tenant, head.PublicId, default);
        Assert.Equal(new AssistantReference(3, "old", "Chat"), loaded!.Assistant);
        Assert.Equal("{}", database.Scalar<string>("SELECT metadata FROM ai_conversations"));
        Assert.Equal(TestDatabase.Now.AddSeconds(2), loaded.IdleSince);
    }

    [DatabaseFact]
    public async Task CommitAsync_V1sColumnsAreGone_StoresTurnsThatFillNone(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        foreach (var column in new[] { "feature_slug", "feature_name", "prompt_id", "metadata" })
        {
            database.Raw($"ALTER TABLE ai_conversations DROP COLUMN {column}");
        }

        var head = Sample.Head();
        var writer = database.Get<ITurnWriter>();
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(Sample.Commit(database.Tenant, head), default));
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(Sample.Commit(database.Tenant, head with { IsNew = false }, seq: 2, rowVersion: 1), default));
    }

    [DatabaseFact]
    public async Task ConversationAsync_OtherTenantOrInstance_IsNotThere(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = Sample.Head();
        await database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, head), default);
        var reader = database.Get<ITurnReader>();

        Assert.Null(await reader.ConversationAsync(database.Other, head.PublicId, default));
        Assert.Null(await reader.ConversationAsync(database.Tenant with { InstanceId = "elsewhere" }, head.PublicId, default));
    }

    [DatabaseFact]
    public async Task CommitAsync_OldRowVersion_ConflictsAndWritesNothing(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = Sample.Head();
        var writer = database.Get<ITurnWriter>();
        await writer.CommitAsync(Sample.Commit(database.Tenant, head), default);

        var result = await writer.CommitAsync(Sample.Commit(database.Tenant, head with { IsNew = false }, seq: 2, rowVersion: 0), default);

        Assert.Equal(CommitResult.Conflict, result);
        Assert.Equal(2, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversation_messages"));
    }

    [DatabaseFact]
    public async Task CommitAsync_LeadDone_WritesLedgerAndLead(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var payload = Value.Object(("source", Value.Of("node-5")), ("fields", Value.Object(("name", Value.Of("Ayşe")), ("phone", Value.Of("0555")))));
        var done = new EffectIntent(EffectKind.Stored, "lead", "node-5", "t:node-5:1", payload);
        var dropped = done with { Key = "t:node-6:1" };
        var commit = Sample.Commit(database.Tenant, Sample.Head()) with
        {
            Effects = [new(done, EffectStatus.Done, TestDatabase.Now), new(dropped, EffectStatus.Dropped, TestDatabase.Now)],
        };

        await database.Get<ITurnWriter>().CommitAsync(commit, default);

        Assert.Equal("done,dropped", database.Scalar<string>("SELECT MIN(status) || ',' || MAX(status) FROM effects"));
        Assert.Equal("Ayşe|0555|node-5", database.Scalar<string>("SELECT name || '|' || phone || '|' || source FROM leads"));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM leads"));
    }

    [DatabaseFact]
    public async Task TenantAsync_SlugAndKey_GiveTheSameSnapshot(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        database.Raw("""
            INSERT INTO bot_settings (tenant_id, default_flow, fallback_text, contact, anonymous_chat, allowed_hosts, is_active, updated_at)
            VALUES (1, 'shop', '{"tr":"Olmadı"}', '{"phone":"1"}', true, '["a.example"]', true, '2026-01-01T00:00:00.0000000Z');
            INSERT INTO ai_tenant_directives (tenant_id, directive_key, directive_value, directive_type, category, priority, is_active)
            VALUES (1, 'low', 'x', 'string', 'rules', 1, true), (1, 'high', 'y', 'string', 'rules', 9, true), (2, 'other', 'z', 'string', 'rules', 9, true);
            INSERT INTO tenant_conversation_flows (tenant_id, flow_name, version, flow_data, is_active, status, etag, priority, created_at)
            VALUES (1, 'shop', 1, '{}', false, 'published', 'e', 0, '2026-01-01T00:00:00.0000000Z'),
                   (1, 'shop', 2, '{}', true, 'published', 'e', 0, '2026-01-01T00:00:00.0000000Z');
            INSERT INTO tenant_stages (tenant_id, instance_id, stage, percentage, sample, updated_at)
            VALUES (1, 'test', 'live', 40, 10, '2026-01-01T00:00:00.0000000Z');
            """);
        var reader = database.Get<ITenantReader>();

        var snapshot = await reader.TenantAsync("one", TestDatabase.Instance, default);
        var same = await reader.TenantAsync(database.Tenant, default);

        Assert.NotNull(snapshot);
        Assert.Equal(database.Tenant, snapshot.Profile.Key);
        Assert.Equal(["high", "low"], snapshot.Profile.Directives.Select(directive => directive.Key));
        Assert.Equal("Olmadı", snapshot.Profile.Settings.Fallback("tr"));
        Assert.Equal(["a.example"], snapshot.Profile.Settings.AllowedHosts);
        Assert.Equal(2, snapshot.ActiveFlows["shop"].Version);
        Assert.Equal(new StageRow("live", 40, 10), snapshot.Stage);
        Assert.Equal(snapshot.Profile.Directives, same!.Profile.Directives);
        Assert.Null(await reader.TenantAsync("nobody", TestDatabase.Instance, default));
        Assert.Null((await reader.TenantAsync("one", "elsewhere", default))!.Stage);
    }
}
