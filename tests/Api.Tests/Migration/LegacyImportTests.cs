namespace FlowEngine.Api.Tests.Migration;

public sealed class LegacyImportTests
{
    [Fact]
    public async Task Run_OnAGeneratedDatabase_AccountsForEveryRow()
    {
        await using var world = await LegacyWorld.CreateAsync();
        var before = world.SourceBytes();

        var report = await world.ImportAsync();

        var tables = report.Tables.ToDictionary(table => table.Table);
        foreach (var table in tables.Values.Where(table => table.Table != "tenant_conversation_flows"))
        {
            Assert.Equal(world.Number($"SELECT COUNT(*) FROM old.{table.Table}"), table.Read);
            Assert.Equal(table.Table == "ai_workflow_nodes" ? 18 : world.Number($"SELECT COUNT(*) FROM {table.Table}"), table.Imported);
        }

        Assert.Equal(13, tables["tenant_conversation_flows"].Read);
        Assert.Equal(7, tables.Count);
        Assert.All(tables.Values, table => Assert.Equal(table.Refused, report.Refusals.Where(kind => kind.Table == table.Table).Sum(kind => kind.Count)));
        Assert.Equal(before, world.SourceBytes());
    }

    [Fact]
    public async Task Run_OnAGeneratedDatabase_KeepsTextsLetterByLetterInTheirOrder()
    {
        await using var world = await LegacyWorld.CreateAsync(conversations: 120, seed: 7);

        var report = await world.ImportAsync();

        const string Pairs = "FROM old.ai_conversation_messages o JOIN main.ai_conversation_messages m ON m.message_id = 'legacy-' || o.id";
        Assert.Equal(report.Tables.Single(table => table.Table == "ai_conversation_messages").Imported, world.Number($"SELECT COUNT(*) {Pairs}"));
        Assert.Equal(0, world.Number($"SELECT COUNT(*) {Pairs} WHERE m.content <> o.content OR m.role <> o.role"));
        Assert.Equal(0, world.Number("""
            SELECT COUNT(*) FROM old.ai_conversation_messages o JOIN main.ai_conversation_messages m ON m.message_id = 'legacy-' || o.id
            JOIN main.legacy_ids l ON l.kind = 'ai_conversations' AND l.old_id = o.conversation_id WHERE m.conversation_id <> l.new_id
            """));
        Assert.Equal(0, world.Number("""
            SELECT COUNT(*) FROM (SELECT CAST(substr(message_id, 8) AS INTEGER) AS old, LAG(CAST(substr(message_id, 8) AS INTEGER))
              OVER (PARTITION BY conversation_id ORDER BY id) AS earlier FROM main.ai_conversation_messages) WHERE earlier >= old
            """));
        Assert.Equal(0, world.Number("""
            SELECT COUNT(*) FROM main.legacy_ids l JOIN old.ai_conversations o ON o.id = l.old_id JOIN main.ai_conversations c ON c.id = l.new_id
            WHERE l.kind = 'ai_conversations' AND (c.metadata IS NOT o.metadata OR c.feature_slug IS NOT o.feature_slug)
            """));
    }

    [Fact]
    public async Task Run_ASecondTime_ChangesNothing()
    {
        await using var world = await LegacyWorld.CreateAsync(conversations: 120);
        var first = await world.ImportAsync();
        var before = world.Imported();

        var second = await world.ImportAsync();

        Assert.Equal(before, world.Imported());
        Assert.All(second.Tables, table => Assert.Equal((0, 0), (table.Imported, table.Updated)));
        Assert.Equal(first.Tables.Select(table => table.Imported), second.Tables.Select(table => table.Unchanged));
        Assert.Equal(first.Refusals.Select(kind => (kind.Table, kind.Code, kind.Count)), second.Refusals.Select(kind => (kind.Table, kind.Code, kind.Count)));
    }

    [Fact]
    public async Task Run_AfterTheSourceWentOn_CarriesWhatWasAdded()
    {
        await using var world = await LegacyWorld.CreateAsync(conversations: 60);
        await world.ImportAsync();
        world.Write("""
            UPDATE ai_conversations SET updated_at = '2026-01-01 00:00:00' WHERE id = 3;
            INSERT INTO ai_conversation_messages (id, conversation_id, role, content, created_at) VALUES (90001, 3, 'user', 'Şimdi', '2026-01-01 00:00:00');
            """);

        var report = await world.ImportAsync();

        var tables = report.Tables.ToDictionary(table => table.Table);
        Assert.Equal((1, 0), (tables["ai_conversations"].Updated, tables["ai_conversations"].Imported));
        Assert.Equal(1, tables["ai_conversation_messages"].Imported);
        Assert.Equal("2026-01-01T00:00:00.0000000Z", Assert.Single(world.Query(
            "SELECT c.updated_at FROM main.ai_conversations c JOIN main.ai_conversation_messages m ON m.conversation_id = c.id WHERE m.content = 'Şimdi'")));
    }

    [Theory]
    [InlineData("changed_here")]
    [InlineData("messages_changed")]
    public async Task Run_WhereBothSidesWentOn_LeavesOursAndNamesIt(string code)
    {
        await using var world = await LegacyWorld.CreateAsync(conversations: 60);
        await world.ImportAsync();
        world.Write("UPDATE ai_conversations SET metadata = '{}' WHERE id = 3");
        if (code == "changed_here")
        {
            world.Write("UPDATE ai_conversations SET row_version = 2 WHERE id = (SELECT new_id FROM legacy_ids WHERE kind = 'ai_conversations' AND old_id = 3)", world.Ours.FilePath);
        }
        else
        {
            world.Write("UPDATE ai_conversation_messages SET content = 'başka' WHERE id = (SELECT MIN(id) FROM ai_conversation_messages WHERE conversation_id = 3)");
        }

        var before = world.Imported();
        var report = await world.ImportAsync();

        Assert.Equal(before, world.Imported());
        Assert.Equal([3], Assert.Single(report.Refusals, kind => kind.Code == code && kind.Table == "ai_conversations").Examples);
    }

    [Fact]
    public async Task Run_OfFlows_MakesDraftsWithAReportAndTiesConversationsToTheirTenantsOwn()
    {
        await using var world = await LegacyWorld.CreateAsync();

        var report = await world.ImportAsync();

        Assert.Equal(0, world.Number("SELECT COUNT(*) FROM main.tenant_conversation_flows WHERE is_active OR status <> 'draft'"));
        Assert.All(report.Flows, flow => Assert.StartsWith($"Imported flow {flow.LegacyId} ", flow.Note, StringComparison.Ordinal));
        Assert.Contains(report.Flows, flow => flow is { HasDecisions: true, Errors: > 0 });
        Assert.Contains(report.Flows, flow => flow is { HasDecisions: false, Errors: 0 });
        Assert.True(world.Number("SELECT COUNT(*) FROM main.ai_conversations WHERE flow_id IS NOT NULL") > 0);
        Assert.Equal(0, world.Number(
            "SELECT COUNT(*) FROM main.ai_conversations c JOIN main.tenant_conversation_flows f ON f.id = c.flow_id WHERE f.tenant_id <> c.tenant_id"));
    }

    [Fact]
    public async Task Run_IntoATenantWithADirectiveOfThatName_LeavesIt()
    {
        await using var world = await LegacyWorld.CreateAsync(conversations: 30);
        world.Write("""
            INSERT INTO tenants (id, slug, name, languages, currency, time_zone, is_active, created_at, updated_at)
              VALUES (9, 'shop', 'Shop', '["tr"]', 'TRY', 'Europe/Istanbul', 1, '2026-01-01T00:00:00.0000000Z', '2026-01-01T00:00:00.0000000Z');
            INSERT INTO ai_tenant_directives (tenant_id, directive_key, directive_value, directive_type, category, priority, is_active)
              VALUES (9, 'max_products', '7', 'integer', '', 0, 1);
            INSERT INTO bot_settings (tenant_id, fallback_text, contact, anonymous_chat, chat_disabled, allowed_hosts, is_active, updated_at)
              VALUES (9, '{}', '{}', 0, 0, '[]', 1, '2026-01-01T00:00:00.0000000Z');
            """, world.Ours.FilePath);

        var report = await world.ImportAsync(new Dictionary<long, string> { [1] = "shop" });

        Assert.Equal("7", Assert.Single(world.Query("SELECT directive_value FROM main.ai_tenant_directives WHERE tenant_id = 9 AND directive_key = 'max_products'")));
        Assert.Contains(report.Refusals, kind => kind is { Table: "ai_tenant_directives", Code: "key_taken", Count: 1 });
        Assert.Equal(["shop", "tenant-2", "tenant-3"], report.Tenants.Select(tenant => tenant.Tenant));
    }
}
