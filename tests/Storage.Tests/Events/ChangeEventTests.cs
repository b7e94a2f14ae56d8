using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Events;
using FlowEngine.Storage.Flows;
using FlowEngine.Storage.Switches;

namespace FlowEngine.Storage.Tests.Events;

public sealed class ChangeEventTests
{
    [DatabaseFact]
    public async Task Change_IsToldInItsOwnTransaction(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await SaveAsync(database, database.Tenant, "shop");
        await SaveAsync(database, database.Other, "other");
        await database.Get<KillSwitchStore>().SetAsync(0, TestDatabase.Instance, KillSwitch.Engine, "v2", "Storm.", null, "key:1", default);
        await using (var context = database.Get<ITenantDb>().Open(database.Tenant))
        await using (await context.Database.BeginTransactionAsync())
        {
            context.AuditLogs.Add(new()
            {
                TenantId = 1, InstanceId = TestDatabase.Instance, Actor = "key:1", Action = "flow.save", Subject = "undone", CreatedAt = TestDatabase.Now,
            });
            await context.SaveChangesAsync();
        }

        var told = await database.Get<ChangeEventLog>().OfTenantAsync(database.Tenant, 0, long.MaxValue, 10, default);

        Assert.Equal(
            [(1, "flows", "flow.save", "shop", "design"), (0L, "stages", "kill_switch.set", "engine v2", "engineer")],
            told.Select(one => (one.TenantId, one.Topic, one.Kind, one.Id, one.Scope)));
        Assert.Equal(TestDatabase.Now, told[0].At);
        Assert.Empty(await database.Get<ChangeEventLog>().OfTenantAsync(database.Tenant with { InstanceId = "elsewhere" }, 0, long.MaxValue, 10, default));
    }

    [DatabaseFact]
    public async Task Newer_GivesWhatComesAfter_AndWhatIsMissing(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        for (var i = 0; i < 4; i++)
        {
            await SaveAsync(database, database.Tenant, $"flow-{i}");
        }

        var log = database.Get<ChangeEventLog>();
        var all = (await log.NewerAsync(0, [], 10, default)).Select(one => one.Sequence).ToList();
        var (least, greatest) = (await log.EndsAsync(default))!.Value;

        Assert.Equal((4, all[0], all[3]), (all.Count, least, greatest));
        Assert.Equal([all[0], all[3]], (await log.NewerAsync(all[2], [all[0]], 10, default)).Select(one => one.Sequence));
    }

    [DatabaseFact]
    public async Task Retention_DropsOldEvents_AndLaterNumbersStayGreater(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await SaveAsync(database, database.Tenant, "old");
        var log = database.Get<ChangeEventLog>();
        var before = (await log.EndsAsync(default))!.Value.Greatest;

        await database.Get<ChangeEventRetention>().DropAsync(TestDatabase.Now, default);
        Assert.NotNull(await log.EndsAsync(default));
        await database.Get<ChangeEventRetention>().DropAsync(TestDatabase.Now.AddSeconds(1), default);
        Assert.Null(await log.EndsAsync(default));

        await SaveAsync(database, database.Tenant, "new");
        Assert.True((await log.EndsAsync(default))!.Value.Least > before);
    }

    private static Task<FlowVersionDetail?> SaveAsync(TestDatabase database, TenantKey tenant, string flow) => database.Get<FlowVersionChanges>()
        .SaveDraftAsync(tenant, new FlowDraft(flow, "{}", null, "key:1", null), null, default);
}
