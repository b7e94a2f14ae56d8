using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Tests.Schema;

public sealed class SchemaMigratorTests
{
    [DatabaseFact]
    public async Task UpAsync_Empty_MakesTheWholeSchemaOnce(string on)
    {
        await using var database = await TestDatabase.AbsentAsync(on);
        var migrator = database.Get<SchemaMigrator>();
        Assert.Equal(SchemaState.Empty, (await migrator.StatusAsync(default)).State);
        Assert.False(await database.ExistsAsync());

        var first = await migrator.UpAsync(null, default);
        var second = await migrator.UpAsync(null, default);

        Assert.Contains("table ai_conversations", first.Applied);
        Assert.Null(first.Backup);
        Assert.Empty(second.Applied);
        Assert.Equal(SchemaState.Current, second.Before.State);
    }

    [Fact]
    public async Task UpAsync_FolderIsMissing_NamesItAndTheSetting()
    {
        await using var database = await TestDatabase.AbsentAsync(DatabaseNames.Sqlite);
        Directory.Delete(Path.GetDirectoryName(database.FilePath)!);

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => database.Get<SchemaMigrator>().UpAsync(null, default));

        Assert.Equal("database_unavailable", fault.Code);
        Assert.Contains(Path.GetDirectoryName(database.FilePath)!, fault.InnerException!.Message, StringComparison.Ordinal);
        Assert.Contains("FlowEngine:Database:ConnectionString", fault.InnerException.Message, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(database.FilePath)!);
    }

    [DatabaseFact]
    public async Task UpAsync_HalfMadeWithData_AddsWhatIsMissingAndKeepsRows(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        database.Raw($$"""
            INSERT INTO products (tenant_id, sku, slug, name, currency, stock, featured, is_active) VALUES (1, 'A', 'a', 'Ürün', 'TRY', 1, false, true);
            DROP TRIGGER tr_products_stale{{(on == DatabaseNames.PostgreSql ? " ON products" : "")}};
            DROP INDEX ix_chat_analytics_tenant_id_created_at{{(on == DatabaseNames.MySql ? " ON chat_analytics" : "")}};
            DROP TABLE leads;
            ALTER TABLE products DROP COLUMN url;
            ALTER TABLE chat_analytics DROP COLUMN messages;
            DELETE FROM "__EFMigrationsHistory";
            """);
        var migrator = database.Get<SchemaMigrator>();
        var status = await migrator.StatusAsync(default);

        var result = await migrator.UpAsync(null, default);

        Assert.Equal(SchemaState.Behind, status.State);
        Assert.Contains("table leads", result.Applied);
        Assert.Contains("column products.url", result.Applied);
        Assert.Contains(result.Applied, step => step.StartsWith("table chat_analytics as the model: column chat_analytics.messages is missing", StringComparison.Ordinal));
        Assert.Contains("index ix_chat_analytics_tenant_id_created_at", result.Applied);
        Assert.Contains("trigger tr_products_stale", result.Applied);
        Assert.True(File.Exists(result.Backup));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM products"));
        Assert.Equal(SchemaState.Current, (await migrator.StatusAsync(default)).State);
    }

    /// <param name="on">The database's name.</param>
    /// <param name="before">What makes the earlier schema; of the second, a migration that was broken off has added the column already.</param>
    [DatabaseTheory]
    [InlineData("ALTER TABLE ai_conversations DROP COLUMN last_turn_at")]
    [InlineData("UPDATE ai_conversations SET last_turn_at = NULL; DELETE FROM \"__EFMigrationsHistory\"")]
    public async Task UpAsync_FromBeforeTheColumnOfTheLastTurn_TakesItFromTheTurns(string on, string before)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (used, unused) = (Turns.Sample.Head(), Turns.Sample.Head(session: "s2"));
        var writer = database.Get<ITurnWriter>();
        await writer.CommitAsync(Turns.Sample.Commit(database.Tenant, used), default);
        await writer.CommitAsync(Turns.Sample.Commit(database.Tenant, unused), default);
        database.Raw("DELETE FROM conversation_turns WHERE conversation_id = (SELECT id FROM ai_conversations WHERE session_id = 's2')");
        database.Raw(before);

        await database.Get<SchemaMigrator>().UpAsync("a test", default);

        var reader = database.Get<ITurnReader>();
        Assert.Equal(TestDatabase.Now, (await reader.ConversationAsync(database.Tenant, used.PublicId, default))!.IdleSince);
        Assert.Null((await reader.ConversationAsync(database.Tenant, unused.PublicId, default))!.IdleSince);
        Assert.Equal(SchemaState.Current, (await database.Get<SchemaMigrator>().StatusAsync(default)).State);
    }

    [DatabaseFact]
    public async Task UpAsync_DayTotalsFromBeforeTheSlots_AreOneOfThem(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        await writer.CommitAsync(Turns.Sample.Commit(database.Tenant, Turns.Sample.Head()), default);
        database.Raw(on switch
        {
            DatabaseNames.PostgreSql => """
                ALTER TABLE tenant_usage DROP COLUMN slot;
                ALTER TABLE tenant_usage ADD CONSTRAINT "PK_tenant_usage" PRIMARY KEY (tenant_id, instance_id, day)
                """,
            DatabaseNames.MySql => "ALTER TABLE tenant_usage DROP PRIMARY KEY, DROP COLUMN slot, ADD PRIMARY KEY (tenant_id, instance_id, day)",
            _ => """
                ALTER TABLE tenant_usage RENAME TO before;
                CREATE TABLE tenant_usage (
                  tenant_id INTEGER NOT NULL, instance_id TEXT NOT NULL, day TEXT NOT NULL, turns INTEGER NOT NULL, input_tokens INTEGER NOT NULL,
                  output_tokens INTEGER NOT NULL, cost_units INTEGER NOT NULL, currency TEXT NULL, unpriced_turns INTEGER NOT NULL,
                  CONSTRAINT PK_tenant_usage PRIMARY KEY (tenant_id, instance_id, day));
                INSERT INTO tenant_usage
                SELECT tenant_id, instance_id, day, turns, input_tokens, output_tokens, cost_units, currency, unpriced_turns FROM before;
                DROP TABLE before
                """,
        });

        await database.Get<SchemaMigrator>().UpAsync("a test", default);
        foreach (var _ in Enumerable.Range(0, 30))
        {
            await writer.CommitAsync(Turns.Sample.Commit(database.Tenant, Turns.Sample.Head()), default);
        }

        Assert.True(database.Scalar<long>("SELECT COUNT(*) FROM tenant_usage") > 1);
        Assert.Equal(31, (await database.Get<IDayUsage>().UsageAsync(database.Tenant, new(2026, 11, 22), default)).Turns);
        Assert.Equal(SchemaState.Current, (await database.Get<SchemaMigrator>().StatusAsync(default)).State);
    }

    [DatabaseFact]
    public async Task UpAsync_ReasonForNoBackup_MakesNone(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        database.Raw("DROP TABLE leads");

        var result = await database.Get<SchemaMigrator>().UpAsync("a copy was made by hand", default);

        Assert.Null(result.Backup);
        Assert.Contains("table leads", result.Applied);
    }

    [Theory]
    [InlineData("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)")]
    [InlineData("CREATE TABLE products (code TEXT PRIMARY KEY, title TEXT)")]
    public async Task UpAsync_Foreign_IsRefusedUntouched(string sql)
    {
        await using var database = await TestDatabase.AbsentAsync(DatabaseNames.Sqlite);
        database.Raw(sql);
        var before = await File.ReadAllBytesAsync(database.FilePath);

        var result = await database.Get<SchemaMigrator>().UpAsync(null, default);

        Assert.True(result.IsRefused);
        Assert.NotEmpty(result.Before.ForeignTables);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.FilePath));
    }

    [DatabaseFact]
    public async Task UpAsync_EightAtOnce_MakeItOnce(string on)
    {
        await using var database = await TestDatabase.AbsentAsync(on);
        var migrator = database.Get<SchemaMigrator>();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => migrator.UpAsync(null, default))));

        Assert.Single(results, result => result.Applied.Count > 0);
        Assert.Equal(SchemaState.Current, (await migrator.StatusAsync(default)).State);
    }
}
