using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Tests.Database;

public sealed class TenancyTests
{
    [DatabaseFact]
    public async Task Open_Tenant_SeesItsOwnRowsAlone(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await AddAsync(database, database.Tenant, "mine");
        await AddAsync(database, database.Other, "theirs");

        for (var lease = 0; lease < 4; lease++)
        {
            var tenant = lease % 2 == 0 ? database.Tenant : database.Other;
            await using var db = database.Get<ITenantDb>().Open(tenant);
            Assert.Equal(lease % 2 == 0 ? "mine" : "theirs", (await db.Prompts.SingleAsync()).Name);
        }
    }

    [DatabaseFact]
    public async Task Open_Instance_SeesItsOwnRowsAlone(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using (var db = database.Get<ITenantDb>().Open(database.Tenant))
        {
            db.AuditLogs.Add(new() { TenantId = 1, InstanceId = TestDatabase.Instance, Actor = "a", Action = "b", Subject = "c" });
            await db.SaveChangesAsync();
        }

        await using var elsewhere = database.Get<ITenantDb>().Open(database.Tenant with { InstanceId = "elsewhere" });
        Assert.Empty(await elsewhere.AuditLogs.ToListAsync());
    }

    [DatabaseTheory]
    [InlineData(0, "test")]
    [InlineData(1, "")]
    public async Task Open_WithoutTenantOrInstance_Throws(string on, long tenant, string instance)
    {
        await using var database = await TestDatabase.CreateAsync(on);

        Assert.ThrowsAny<ArgumentException>(() => database.Get<ITenantDb>().Open(new TenantKey(tenant, instance)));
    }

    [DatabaseFact]
    public async Task Key_AfterTheLease_IsNobodys(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var db = database.Get<ITenantDb>().Open(database.Tenant);
        await db.DisposeAsync();

        Assert.Throws<InvalidOperationException>(() => db.Key);
    }

    [DatabaseFact]
    public async Task SaveChangesAsync_RowOfAnotherTenant_IsRefused(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await AddAsync(database, database.Other, "theirs");
        await using var db = database.Get<ITenantDb>().Open(database.Tenant);

        db.Prompts.Add(new() { TenantId = 2, FeatureSlug = "x", FeatureName = "x", Name = "x", Prompt = "x" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();

        db.Prompts.Add(new() { FeatureSlug = "x", FeatureName = "x", Name = "x", Prompt = "x" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();

        var theirs = new PromptRow { Id = 1, TenantId = 2, FeatureSlug = "chat", FeatureName = "x", Name = "theirs", Prompt = "changed" };
        db.Prompts.Update(theirs);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();

        theirs.TenantId = 1;
        db.Prompts.Update(theirs);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        Assert.Equal("p", database.Scalar<string>("SELECT prompt FROM ai_prompts"));
    }

    [Theory]
    [InlineData("SELECT * FROM products WHERE id = 1")]
    [InlineData("UPDATE ai_conversations SET status = 'open'")]
    [InlineData("SELECT 1 FROM tenants JOIN \"leads\" ON 1 = 1")]
    public void Check_SqlWithoutTenant_IsRefused(string sql) =>
        Assert.Throws<InvalidOperationException>(() => TenantCommandGuard.Check(sql));

    [Theory]
    [InlineData("SELECT * FROM products WHERE tenant_id = 1")]
    [InlineData("SELECT * FROM tenants")]
    [InlineData("SELECT id FROM api_keys WHERE hash = @hash")]
    [InlineData("BEGIN IMMEDIATE")]
    public void Check_SqlWithTenantOrOnExemptTables_Passes(string sql) => TenantCommandGuard.Check(sql);

    [DatabaseFact]
    public async Task Guard_SqlOfAContext_IsChecked(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var db = database.Get<ITenantDb>().Open(database.Tenant);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Database.ExecuteSqlRawAsync("UPDATE leads SET name = ''"));
    }

    private static async Task AddAsync(TestDatabase database, TenantKey tenant, string name)
    {
        await using var db = database.Get<ITenantDb>().Open(tenant);
        db.Prompts.Add(new()
        {
            TenantId = tenant.TenantId, FeatureSlug = "chat", FeatureName = "Chat", Name = name, Prompt = "p", IsActive = true,
        });
        await db.SaveChangesAsync();
    }
}
