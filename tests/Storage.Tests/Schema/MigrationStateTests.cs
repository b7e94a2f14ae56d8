using System.Data.Common;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Tests.Schema;

public sealed class MigrationStateTests
{
    [DatabaseTheory]
    [InlineData("legacy", LegacySql.V1)]
    [InlineData("by hand", LegacySql.HandMade)]
    [InlineData("configurations, tenants", LegacySql.Tenants + LegacySql.Configurations)]
    [InlineData("configurations with tenant_id", LegacySql.Tenants + LegacySql.Configurations + "ALTER TABLE ai_assistant_configurations ADD COLUMN tenant_id INTEGER; UPDATE ai_assistant_configurations SET tenant_id = 4;")]
    [InlineData("tenants only", LegacySql.Tenants)]
    public async Task UpAsync_AnyState_ReachesTheSameSchemaAndKeepsEveryValue(string on, string name, string sql)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, sql));
        await using var fresh = await TestDatabase.CreateAsync(on);
        var before = SchemaText.Values(database);
        var migrator = database.Get<SchemaMigrator>();

        var first = await migrator.UpAsync(null, default);
        var after = SchemaText.Values(database);
        var second = await migrator.UpAsync(null, default);

        Assert.Equal(SchemaState.Behind, first.Before.State);
        Assert.Empty((await migrator.StatusAsync(default)).Differences);
        Assert.Empty(second.Applied);
        Assert.Null(second.Backup);
        Assert.Empty(SchemaText.Lines(fresh).Except(SchemaText.Lines(database)));
        Assert.Empty(Changed(before, after));
        Assert.True(File.Exists(first.Backup), name);
    }

    [DatabaseFact]
    public async Task UpAsync_Legacy_GivesEveryConversationWhatItLacks(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.V1));
        await database.Get<SchemaMigrator>().UpAsync(null, default);

        var values = SchemaText.Values(database);
        Assert.Equal("sess-a", database.Scalar<string>("SELECT session_id FROM ai_conversations WHERE id = 1"));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(DISTINCT session_id) FROM ai_conversations WHERE id IN (2, 3)"));
        Assert.Equal(5, database.Scalar<long>("SELECT COUNT(DISTINCT session_id) FROM ai_conversations"));
        Assert.Equal(6, database.Scalar<long>("SELECT COUNT(DISTINCT public_id) FROM ai_conversations"));
        Assert.Equal("2025-11-04T10:05:00.2500000Z", values["ai_conversations[1].updated_at"]);
        Assert.Equal("2025-11-05T09:00:00.0000000Z", values["ai_conversations[2].updated_at"]);
        Assert.Equal("2025-11-04T09:53:20.0000000Z", values["ai_conversations[4].created_at"]);
        Assert.Equal(3, database.Scalar<long>("SELECT tenant_id FROM ai_conversations WHERE id = 12"));
        Assert.Equal(7, database.Scalar<long>("SELECT tenant_id FROM ai_conversation_messages WHERE content = 'last'"));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversation_messages WHERE id = 5"));
        Assert.Equal(6, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations WHERE row_version = 1 AND instance_id = 'default'"));
        Assert.True(SchemaText.HasIndex(database, "ai_conversations_type_index"));
        Assert.False(SchemaText.HasIndex(database, "ai_conversations_session_id_unique"));
    }

    [DatabaseFact]
    public async Task UpAsync_ConversationsOfUsers_GetTheSameSessionsOnEveryRun(string on)
    {
        await using var one = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.V1));
        await using var other = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.V1));
        await one.Get<SchemaMigrator>().UpAsync(null, default);
        await other.Get<SchemaMigrator>().UpAsync(null, default);

        const string OfUsers = "SELECT session_id || (public_id || '') FROM ai_conversations WHERE user_id IS NOT NULL";
        Assert.Equal(SchemaText.Texts(one, OfUsers), SchemaText.Texts(other, OfUsers));
        const string Orphan = "SELECT session_id FROM ai_conversations WHERE id = 9";
        Assert.NotEqual(one.Scalar<string>(Orphan), other.Scalar<string>(Orphan));
    }

    [DatabaseFact]
    public async Task UpAsync_Legacy_NewRowsOfTheProgramAreTaken(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.HandMade));
        await database.Get<SchemaMigrator>().UpAsync(null, default);

        database.Raw("""
            INSERT INTO ai_conversations (tenant_id, instance_id, public_id, session_id, language, status, row_version, is_active, created_at, updated_at)
            VALUES (3, 'default', '0199a9c0-0000-7000-8000-000000000001', 'sess-a', 'tr', 'open', 0, true, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')
            """);

        Assert.Equal(13, database.Scalar<long>("SELECT MAX(id) FROM ai_conversations"));
    }

    [DatabaseFact]
    public async Task UpAsync_SeveralActiveSettings_TheNewestStaysActive(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.HandMade));
        await database.Get<SchemaMigrator>().UpAsync(null, default);

        Assert.Equal(["2", "5"], SchemaText.Texts(database, "SELECT id || '' FROM bot_settings WHERE is_active ORDER BY id"));
        Assert.Equal(5, database.Scalar<long>("SELECT COUNT(*) FROM bot_settings"));
        Assert.Equal(["2"], SchemaText.Texts(database, "SELECT id || '' FROM tenant_conversation_flows WHERE is_active"));
        Assert.Equal(["1 1", "2 2", "3 1"], SchemaText.Texts(database, "SELECT id || '' || ' ' || version FROM tenant_conversation_flows ORDER BY id"));
    }

    [DatabaseFact]
    public async Task UpAsync_ConfigurationsBeforeTenants_GetATenantAndNoLaterOneChangesTheSchema(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.Configurations));
        var migrator = database.Get<SchemaMigrator>();
        await migrator.UpAsync(null, default);

        Assert.Equal("legacy-1", database.Scalar<string>("SELECT slug FROM tenants t JOIN ai_assistant_configurations c ON c.tenant_id = t.id"));
        database.Raw("INSERT INTO tenants (id, slug, name, languages, currency, time_zone, is_active, created_at, updated_at) VALUES (8, 'a', 'a', '[]', '', '', true, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')");

        Assert.Equal(SchemaState.Current, (await migrator.StatusAsync(default)).State);
        Assert.Empty((await migrator.UpAsync(null, default)).Applied);
        Assert.Empty((await migrator.StatusAsync(default)).Differences);
    }

    [DatabaseFact]
    public async Task UpAsync_ConfigurationsOfNobody_GoToTheFirstTenant(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.Tenants + LegacySql.Configurations));

        await database.Get<SchemaMigrator>().UpAsync(null, default);

        Assert.Equal(2, database.Scalar<long>("SELECT tenant_id FROM ai_assistant_configurations"));
    }

    [Fact]
    public async Task UpAsync_RightColumnsWithLegacyValues_WritesThemAsOurs()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        database.Raw("""
            INSERT INTO ai_conversations (tenant_id, instance_id, public_id, session_id, user_id, language, status, row_version, is_active, created_at, updated_at)
            VALUES (1, 'test', 'p', '', '5', 'tr', 'open', 1, true, '2025-11-04 10:00:00', '2026-01-01T00:00:00.0000000Z');
            DELETE FROM __EFMigrationsHistory;
            """);

        await database.Get<SchemaMigrator>().UpAsync(null, default);

        Assert.Equal("2025-11-04T10:00:00.0000000Z", database.Scalar<string>("SELECT created_at FROM ai_conversations"));
        Assert.Equal("2026-01-01T00:00:00.0000000Z", database.Scalar<string>("SELECT updated_at FROM ai_conversations"));
        Assert.Equal(32, database.Scalar<string>("SELECT session_id FROM ai_conversations").Length);
        Assert.Equal("one", database.Scalar<string>("SELECT slug FROM tenants WHERE id = 1"));
    }

    [DatabaseFact]
    public async Task UpAsync_RowsThatAUniqueIndexForbids_FailsAndChangesNothing(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.V1 + "CREATE TABLE products (id INTEGER PRIMARY KEY, tenant_id INTEGER, slug TEXT); INSERT INTO products VALUES (1, 3, 'a'), (2, 3, 'a');"));
        var before = SchemaText.Lines(database);

        var fault = await Assert.ThrowsAnyAsync<DbException>(() => database.Get<SchemaMigrator>().UpAsync(null, default));

        Assert.Contains("products", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, database.Scalar<long>("SELECT COUNT(*) FROM products"));
        if (on != DatabaseNames.MySql)
        {
            Assert.Equal(before, SchemaText.Lines(database));
        }

        database.Raw("UPDATE products SET slug = 'b' WHERE id = 2");
        await database.Get<SchemaMigrator>().UpAsync(null, default);
        Assert.Equal(SchemaState.Current, (await database.Get<SchemaMigrator>().StatusAsync(default)).State);
    }

    [DatabaseFact]
    public async Task UpAsync_WithData_IsAuditedAsTheOperators(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.V1));

        await database.Get<SchemaMigrator>().UpAsync("it's a copy", default);

        Assert.Equal(0, database.Scalar<long>("SELECT tenant_id FROM audit_logs WHERE action = 'schema.up'"));
        Assert.Contains("\"noBackup\":\"it\\u0027s a copy\"", database.Scalar<string>("SELECT details FROM audit_logs"), StringComparison.Ordinal);
    }

    /// <summary>What is no longer there, beside what the migration is to change.</summary>
    internal static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) => before
        .Where(value => after.GetValueOrDefault(value.Key) != value.Value && !IsMeant(value.Key))
        .Select(value => $"{value.Key}: {value.Value} -> {after.GetValueOrDefault(value.Key)}");

    private static bool IsMeant(string key) => key is "ai_conversations[12].session_id" or "ai_conversations[4].created_at" or "ai_conversations[4].updated_at"
        or "bot_settings[1].is_active" or "bot_settings[3].is_active" or "tenant_conversation_flows[1].is_active";
}
