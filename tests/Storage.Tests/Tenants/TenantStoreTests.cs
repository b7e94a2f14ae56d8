using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Tenants;
using FlowEngine.Storage.Tests.Schema;

namespace FlowEngine.Storage.Tests.Tenants;

/// <summary>No tenant gets an id under which there is anything.</summary>
public sealed class TenantStoreTests
{
    private const string Conversations = "CREATE TABLE ai_conversations (id INTEGER PRIMARY KEY, tenant_id INTEGER, session_id VARCHAR(99));";

    [DatabaseFact]
    public async Task UpAsync_RowsOfTenantsThatAreNotThere_MakesThemInactive(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, Conversations
            + "INSERT INTO ai_conversations VALUES (1, 1, 'a'), (2, 2, 'b'), (3, 2, 'c'), (4, NULL, 'd');"));
        var migrator = database.Get<SchemaMigrator>();

        await migrator.UpAsync(null, default);
        var (made, isNew) = await CreateAsync(database, "newcomer");

        Assert.True(isNew);
        Assert.Equal(3, made.Id);
        var tenants = await database.Get<TenantStore>().ListAsync(default);
        Assert.Equal(
            ["1 legacy-1 Legacy tenant 1 False", "2 legacy-2 Legacy tenant 2 False", "3 newcomer newcomer True"],
            tenants.OrderBy(tenant => tenant.Id).Select(tenant => $"{tenant.Id} {tenant.Slug} {tenant.Name} {tenant.IsActive}"));
        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations WHERE tenant_id = 3"));
        Assert.Equal(SchemaState.Current, (await migrator.StatusAsync(default)).State);
    }

    [DatabaseFact]
    public async Task UpAsync_RowsInAnyTable_AreTenantsRows(string on)
    {
        await using var fresh = await TestDatabase.CreateAsync(on);
        var tables = fresh.Get<TenantTables>().Names;
        var sql = string.Concat(tables.Select((table, at) => table switch
        {
            "ai_conversations" => Conversations + $"INSERT INTO ai_conversations VALUES (1, {100 + at}, 's');",
            "ai_conversation_messages" or "tenant_conversation_flows" => $"CREATE TABLE {table} (id INTEGER PRIMARY KEY, tenant_id INTEGER); INSERT INTO {table} VALUES (1, {100 + at});",
            _ => $"CREATE TABLE {table} (tenant_id INTEGER); INSERT INTO {table} VALUES ({100 + at});",
        }));
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, sql));

        await database.Get<SchemaMigrator>().UpAsync("thrown away", default);

        var ids = (await database.Get<TenantStore>().ListAsync(default)).Select(tenant => tenant.Id).Order();
        Assert.Equal(Enumerable.Range(100, tables.Count).Select(id => (long)id), ids);
    }

    [DatabaseFact]
    public async Task CreateAsync_RowsInAnyTable_IsAboveThem(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (store, tables) = (database.Get<TenantStore>(), database.Get<TenantTables>().Names);

        foreach (var (table, at) in tables.Select((table, at) => (table, at)))
        {
            var id = 1000 * (at + 1);
            if (table == "audit_logs")
            {
                // Creating a tenant writes it, so it keeps its columns.
                database.Raw($"INSERT INTO audit_logs (tenant_id, instance_id, actor, action, subject, created_at) VALUES ({id}, 'i', 'a', 'b', 'c', '2026-01-01T00:00:00Z')");
            }
            else
            {
                database.Raw($"DROP TABLE {table}");
                database.Raw($"CREATE TABLE {table} (tenant_id BIGINT)");
                database.Raw($"INSERT INTO {table} VALUES ({id})");
            }

            Assert.Equal(id + 1, (await store.CreateAsync(Facts($"t-{at}"), "test", default)).Entry.Id);
        }
    }

    [DatabaseFact]
    public async Task UpAsync_MigratedByAnEarlierVersion_MakesTheTenantsAfterwards(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        database.Raw($"""
            INSERT INTO ai_prompts (tenant_id, feature_slug, feature_name, name, prompt, is_default, is_active, updated_at)
            VALUES (9, 'chat', 'chat', 'main', 'p', true, true, '2026-01-01T00:00:00Z');
            DELETE FROM "__EFMigrationsHistory";
            INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20261122000000_FlowEngine', '9.0.0');
            """);
        var migrator = database.Get<SchemaMigrator>();
        Assert.Equal(SchemaState.Behind, (await migrator.StatusAsync(default)).State);

        await migrator.UpAsync("thrown away", default);

        Assert.Equal(["legacy-9", "one", "two"], (await database.Get<TenantStore>().ListAsync(default)).Select(tenant => tenant.Slug));
        Assert.Equal(10, (await CreateAsync(database, "next")).Entry.Id);
        Assert.Equal(SchemaState.Current, (await migrator.StatusAsync(default)).State);
    }

    [DatabaseFact]
    public async Task UpAsync_TenantsWithNamesAlone_GetSlugs(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, Conversations + """
            CREATE TABLE tenants (id INTEGER PRIMARY KEY, name VARCHAR(99));
            INSERT INTO tenants VALUES (1, 'Çağrı İnşaat'), (2, 'CAGRI insaat'), (3, NULL), (4, 'O''Neil & Söhne'), (5, '北京');
            INSERT INTO ai_conversations VALUES (1, 2, 'a'), (2, 6, 'b');
            """));

        await database.Get<SchemaMigrator>().UpAsync(null, default);

        var tenants = (await database.Get<TenantStore>().ListAsync(default)).OrderBy(tenant => tenant.Id).ToList();
        Assert.Equal(["cagri-insaat", "cagri-insaat-2", "legacy-3", "o-neil-sohne", "legacy-5", "legacy-6"], tenants.Select(tenant => tenant.Slug));
        Assert.Equal(["Çağrı İnşaat", "CAGRI insaat", "legacy-3", "O'Neil & Söhne", "北京", "Legacy tenant 6"], tenants.Select(tenant => tenant.Name));
        Assert.All(tenants, tenant => Assert.Equal(
            (false, "tr,en", "TRY", "Europe/Istanbul"), (tenant.IsActive, string.Join(',', tenant.Languages), tenant.Currency, tenant.TimeZone)));
        Assert.Equal(7, (await CreateAsync(database, "next")).Entry.Id);
    }

    [DatabaseFact]
    public async Task UpAsync_SlugsThatAreThere_StayAndTwiceTheSameBecomeTwo(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, Conversations + """
            CREATE TABLE tenants (id INTEGER PRIMARY KEY, name VARCHAR(99), slug VARCHAR(99));
            INSERT INTO tenants VALUES (1, 'a', 'Mağaza'), (2, 'b', 'shop'), (3, 'c', 'shop'), (4, 'shop 2', ''), (5, 'legacy', 'legacy-8');
            INSERT INTO ai_conversations VALUES (1, 8, 'a');
            """));

        await database.Get<SchemaMigrator>().UpAsync(null, default);

        var slugs = (await database.Get<TenantStore>().ListAsync(default)).OrderBy(tenant => tenant.Id).Select(tenant => tenant.Slug).ToList();
        Assert.Equal(["Mağaza", "shop", "shop-2", "shop-2-2", "legacy-8"], slugs[..5]);
        Assert.StartsWith("legacy-8-", slugs[5], StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task DownAsync_TenantsThatUpMade_GoWithTheirTable(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, Conversations + "INSERT INTO ai_conversations VALUES (1, 5, 'a');"));
        var migrator = database.Get<SchemaMigrator>();
        await migrator.UpAsync(null, default);

        var down = await migrator.DownAsync("a copy is there", default);
        var again = await migrator.UpAsync("a copy is there", default);

        Assert.DoesNotContain(down.Plan.Refused, refusal => refusal.Contains("table tenants", StringComparison.Ordinal));
        Assert.Contains("table tenants", again.Applied);
        Assert.Equal("legacy-5", Assert.Single(await database.Get<TenantStore>().ListAsync(default)).Slug);
    }

    [DatabaseFact]
    public async Task CreateAsync_EightAtOnce_OfTwoProcesses_MakesEachOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var beside = database.Beside();
        TenantStore[] stores = [database.Get<TenantStore>(), (TenantStore)beside.GetService(typeof(TenantStore))!];

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => stores[at % 2].CreateAsync(Facts($"t-{at / 2}"), "test", default))));

        Assert.Equal(4, made.Count(tenant => tenant.IsNew));
        Assert.Equal([3L, 4, 5, 6], made.Select(tenant => tenant.Entry.Id).Distinct().Order());
        Assert.Equal(4, database.Scalar<long>("SELECT COUNT(*) FROM audit_logs WHERE action = 'tenant.create' AND tenant_id > 2"));
    }

    [DatabaseFact]
    public async Task ChangeAsync_ATenant_IsStoredAndAudited(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var store = database.Get<TenantStore>();

        var (changed, _) = await store.ChangeAsync("one", facts => facts with { Slug = "uno", Name = "Şirket", IsActive = false }, "key:7", default);
        var (same, _) = await store.ChangeAsync("uno", facts => facts, "key:7", default);
        var (none, taken) = await store.ChangeAsync("uno", facts => facts with { Slug = "two" }, "key:7", default);
        var (missing, _) = await store.ChangeAsync("one", facts => facts with { Name = "x" }, "key:7", default);

        Assert.Equal((1L, "uno", "Şirket", false), (changed!.Id, changed.Slug, changed.Name, changed.IsActive));
        Assert.Equal(changed.UpdatedAt, same!.UpdatedAt);
        Assert.True(none is null && taken && missing is null);
        Assert.Equal(
            """{"slug":"one -> uno","name":"one -> Şirket","isActive":"true -> false"}""",
            database.Scalar<string>("SELECT details FROM audit_logs WHERE action = 'tenant.put' AND tenant_id = 1"));
    }

    private static Task<(TenantEntry Entry, bool IsNew)> CreateAsync(TestDatabase database, string slug) =>
        database.Get<TenantStore>().CreateAsync(Facts(slug), "test", default);

    private static TenantDetails Facts(string slug) => new(slug, slug, ["tr"], "TRY", "UTC", null, IsActive: true);
}
