using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Assistants;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Model;
using FlowEngine.Storage.NodeTypes;
using FlowEngine.Storage.Settings;
using FlowEngine.Storage.Stages;
using FlowEngine.Storage.Switches;
using FlowEngine.Storage.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Tenants;

public sealed class TenantFactsTests
{
    [DatabaseFact]
    public async Task GetAsync_TurnsOfAnUnchangedTenant_ReadOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var fact = new CountedFact(database, database.Tenant);
        for (var turn = 0; turn < 5; turn++)
        {
            await TurnAsync(database);
            await fact.ReadAsync();
        }

        Assert.Equal(1, fact.Reads);
    }

    [DatabaseFact]
    public async Task GetAsync_ChangedByAnotherProcess_IsReadAgainByTheNextTurn(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var other = database.Beside();
        var fact = new CountedFact(database, database.Tenant);
        var ofOther = new CountedFact(database, database.Other);
        foreach (var (table, change) in Changes(other, database.Tenant))
        {
            await TurnAsync(database);
            await fact.ReadAsync();
            await ofOther.ReadAsync();
            var (before, beforeOfOther) = (fact.Reads, ofOther.Reads);

            await change();

            await TurnAsync(database);
            await fact.ReadAsync();
            await ofOther.ReadAsync();
            Assert.True(fact.Reads == before + 1, $"{table}: read {fact.Reads - before} times");
            Assert.True(ofOther.Reads == beforeOfOther, $"{table} of another tenant was read again");
        }
    }

    [DatabaseFact]
    public async Task GetAsync_ChangedByAnyTool_IsReadAgainByTheNextTurn(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var other = database.Beside();
        foreach (var (_, change) in Changes(other, database.Tenant))
        {
            await change();
        }

        var fact = new CountedFact(database, database.Tenant);
        await database.Get<NodeTypeStore>().SyncAsync([new("message", "Message", "common", "Says something.", "{}")], default);
        foreach (var table in StampedTable.All)
        {
            await fact.ReadAsync();
            var before = fact.Reads;

            Assert.NotEqual(0, database.Raw($"UPDATE {table.Name} SET {table.Owner ?? "category"} = {table.Owner ?? "category"}"));
            await TurnAsync(database);
            await fact.ReadAsync();
            Assert.True(fact.Reads == before + 1, $"UPDATE of {table.Name}: read {fact.Reads - before} times");
        }

        foreach (var table in StampedTable.All.Where(table => table.Name is not "tenants"))
        {
            await fact.ReadAsync();
            var before = fact.Reads;
            Assert.NotEqual(0, database.Raw($"DELETE FROM {table.Name}"));
            await TurnAsync(database);
            await fact.ReadAsync();
            Assert.True(fact.Reads == before + 1, $"DELETE from {table.Name}: read {fact.Reads - before} times");
        }
    }

    [DatabaseFact]
    public async Task GetAsync_ChangedByThisProcess_IsReadAgainAtOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var fact = new CountedFact(database, database.Tenant);
        await fact.ReadAsync();

        await database.Get<BotSettingsStore>().ChangeAsync(
            database.Tenant, settings => settings with { DefaultFlow = "other" }, null, "me", default);
        await fact.ReadAsync();

        Assert.Equal(2, fact.Reads);
    }

    [DatabaseFact]
    public async Task GetAsync_ChangedByAnotherProcessAndNobodyTalks_IsReadAgain(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var fact = new CountedFact(database, database.Tenant);
        await fact.ReadAsync();
        database.Raw("UPDATE tenants SET name = 'another' WHERE id = 1");

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (fact.Reads == 1)
        {
            await Task.Delay(50, patience.Token);
            await fact.ReadAsync();
        }

        Assert.Equal(2, fact.Reads);
    }

    [DatabaseFact]
    public async Task GetAsync_ChangeThatIsRolledBack_ChangesNothing(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var fact = new CountedFact(database, database.Tenant);
        await fact.ReadAsync();
        using (var connection = database.OpenRaw())
        using (var transaction = connection.BeginTransaction())
        using (var command = connection.CreateCommand())
        {
            command.Transaction = transaction;
            command.CommandText = "UPDATE tenants SET name = 'another' WHERE id = 1";
            command.ExecuteNonQuery();
            transaction.Rollback();
        }

        await TurnAsync(database);
        await fact.ReadAsync();

        Assert.Equal(1, fact.Reads);
    }

    /// <summary>Of a conversation that is not there yet: the stamp is read all the same.</summary>
    private static Task<LoadedConversation?> TurnAsync(TestDatabase database) =>
        database.Get<ITurnReader>().NewestOfSessionAsync(database.Tenant, "nobody", DateTimeOffset.UnixEpoch, default);

    private static IEnumerable<(string Table, Func<Task> Change)> Changes(IServiceProvider other, TenantKey tenant)
    {
        yield return ("tenants", () => WithSystemAsync(other, db => db.Tenants.First(row => row.Id == tenant.TenantId).Name = "renamed"));
        yield return ("bot_settings", () => other.GetRequiredService<BotSettingsStore>().ChangeAsync(
            tenant, settings => settings with { AnonymousChat = true }, null, "me", default));
        yield return ("tenant_stages", () => other.GetRequiredService<StageStore>().SetAsync(
            tenant, "one", new(new("off", 100, 100), new("shadow", 100, 100), "A try.", "me", null, StageEntry.NoEtag), default));
        yield return ("kill_switches", () => other.GetRequiredService<KillSwitchStore>().SetAsync(
            tenant.TenantId, tenant.InstanceId, KillSwitch.Engine, "v2", "A try.", null, "me", default));
        yield return ("ai_assistant_configurations", () => other.GetRequiredService<AiConfigurationStore>().PutAsync(
            tenant, new("main", "offline", "offline", true, true, 1, null, TestDatabase.Now), "me", default));
        yield return ("ai_tenant_directives", () => WithTenantAsync(other, tenant, db => db.Directives.Add(new()
        {
            TenantId = tenant.TenantId, DirectiveKey = "k", DirectiveValue = "v", DirectiveType = "t", Category = "c", IsActive = true,
        })));
        yield return ("ai_prompts", () => WithTenantAsync(other, tenant, db => db.Prompts.Add(new()
        {
            TenantId = tenant.TenantId, Name = "p", FeatureSlug = "f", Prompt = "Say hello.", IsActive = true, IsDefault = true,
        })));
        yield return ("product_categories", () => WithTenantAsync(other, tenant, db => db.Categories.Add(new()
        {
            TenantId = tenant.TenantId, Slug = "c", Names = "{}", Synonyms = "[]",
        })));
        yield return ("tenant_conversation_flows", () => other.GetRequiredService<FlowVersionChanges>().SaveDraftAsync(
            tenant, new FlowDraft("f", "{}", null, "me", null), null, default));
    }

    private static async Task WithSystemAsync(IServiceProvider other, Action<SystemDbContext> change)
    {
        await using var db = other.GetRequiredService<ISystemDb>().Open();
        change(db);
        await db.SaveChangesAsync();
    }

    private static async Task WithTenantAsync(IServiceProvider other, TenantKey tenant, Action<FlowEngineDbContext> change)
    {
        await using var db = other.GetRequiredService<ITenantDb>().Open(tenant);
        change(db);
        await db.SaveChangesAsync();
    }

    private sealed class CountedFact(TestDatabase database, TenantKey tenant)
    {
        public int Reads { get; private set; }

        public async Task ReadAsync() => await database.Get<TenantFacts>().GetAsync(tenant, "counted", _ => new ValueTask<int>(++Reads), default);
    }
}
