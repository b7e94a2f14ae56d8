using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Tests.Schema;

public sealed class MigrationVerifyTests
{
    [Theory]
    [InlineData("ALTER TABLE products DROP COLUMN url", DifferenceKind.ColumnMissing, "column products.url is missing: TEXT NULL")]
    [InlineData("DROP TABLE leads", DifferenceKind.TableMissing, "table leads is missing")]
    [InlineData("DROP TRIGGER tr_products_stale", DifferenceKind.ObjectMissing, "trigger tr_products_stale is missing")]
    [InlineData("DELETE FROM __EFMigrationsHistory", DifferenceKind.HistoryMissing, "the history lacks 20261202000000_FlowEngine")]
    [InlineData("ALTER TABLE leads ADD COLUMN legacy_code TEXT NOT NULL DEFAULT 'x'; DROP INDEX ix_leads_tenant_id_created_at", DifferenceKind.IndexMissing, "index ix_leads_tenant_id_created_at on leads is missing: (tenant_id, created_at)")]
    [InlineData("CREATE UNIQUE INDEX one ON ai_conversations (session_id)", DifferenceKind.IndexExtra, "index one on ai_conversations forbids rows that the model allows: UNIQUE (session_id)")]
    [InlineData("DROP INDEX ux_bot_settings_tenant_id_active; CREATE UNIQUE INDEX ux_bot_settings_tenant_id_active ON bot_settings (tenant_id)", DifferenceKind.IndexDiffers, "index ux_bot_settings_tenant_id_active on bot_settings is UNIQUE (tenant_id) instead of UNIQUE (tenant_id) WHERE is_active")]
    [InlineData("DROP TABLE tenant_stages; CREATE TABLE tenant_stages (tenant_id INTEGER NOT NULL, instance_id VARCHAR(64) NOT NULL, stage TEXT NOT NULL DEFAULT 'v1', reason TEXT NOT NULL, changed_by TEXT NOT NULL, changed_at TEXT NOT NULL, PRIMARY KEY (tenant_id, instance_id))", DifferenceKind.ColumnDiffers, "column tenant_stages.instance_id is VARCHAR(64) NOT NULL KEY 2 instead of TEXT NOT NULL KEY 2")]
    public async Task StatusAsync_OneDifference_IsNamedAndMended(string sql, DifferenceKind kind, string message)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        database.Raw(sql);
        var migrator = database.Get<SchemaMigrator>();

        var differences = (await migrator.StatusAsync(default)).Differences;
        await migrator.UpAsync(null, default);

        Assert.Contains(differences, difference => difference.Kind == kind && difference.ToString() == message);
        Assert.Empty((await migrator.StatusAsync(default)).Differences);
    }

    [PostgreSqlFact]
    public Task StatusAsync_ColumnOfAnotherType_IsNamedAndMendedOnPostgreSql() => OnPostgreSqlAsync(
        "column tenant_stages.instance_id is character varying(64) NOT NULL KEY 2 instead of text NOT NULL KEY 2 COLLATE C",
        "ALTER TABLE tenant_stages ALTER COLUMN instance_id TYPE varchar(64) COLLATE \"default\"");

    [PostgreSqlFact]
    public Task StatusAsync_IndexOfOtherColumns_IsNamedAndMendedOnPostgreSql() => OnPostgreSqlAsync(
        "index ux_bot_settings_tenant_id_active on bot_settings is UNIQUE (tenant_id) instead of UNIQUE (tenant_id) WHERE is_active",
        "DROP INDEX ux_bot_settings_tenant_id_active; CREATE UNIQUE INDEX ux_bot_settings_tenant_id_active ON bot_settings (tenant_id)");

    [PostgreSqlFact]
    public Task StatusAsync_ConstraintsAndSerialKeys_AreNamedAndMendedOnPostgreSql() => OnPostgreSqlAsync(
        "table leads has a constraint that the model has not: leads_check: CHECK (id > 0)",
        "ALTER TABLE leads ADD CONSTRAINT leads_check CHECK (id > 0); ALTER TABLE leads ALTER COLUMN id DROP IDENTITY, ALTER COLUMN id TYPE integer; ALTER TABLE products ALTER COLUMN is_active DROP NOT NULL");

    private static async Task OnPostgreSqlAsync(string message, string sql)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        database.Raw(sql);
        var migrator = database.Get<SchemaMigrator>();

        var differences = (await migrator.StatusAsync(default)).Differences;
        await migrator.UpAsync("thrown away", default);

        Assert.Contains(message, differences.Select(difference => difference.ToString()));
        Assert.Empty((await migrator.StatusAsync(default)).Differences);
    }

    [DatabaseFact]
    public async Task StatusAsync_ColumnsAndIndexesOfOthers_AreNoDifference(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        database.Raw("ALTER TABLE leads ADD COLUMN crm_id INTEGER; CREATE UNIQUE INDEX ux_crm ON leads (crm_id); CREATE INDEX ix_name ON leads (name); CREATE TABLE others (id INTEGER)");

        Assert.Equal(SchemaState.Current, (await database.Get<SchemaMigrator>().StatusAsync(default)).State);
    }
}
