using FlowEngine.Chat.Tenants;
using FlowEngine.Storage.Switches;

namespace FlowEngine.Storage.Tests.Switches;

public sealed class KillSwitchStoreTests
{
    [DatabaseFact]
    public async Task SetAsync_OfTenantAndService_IsReadWithItsTenantsUntilItEnds(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var store = database.Get<KillSwitchStore>();
        var end = TestDatabase.Now.AddMinutes(1);

        await store.SetAsync(0, TestDatabase.Instance, KillSwitch.Engine, "v2", "Storm.", null, "key:1", default);
        await store.SetAsync(database.Tenant.TenantId, TestDatabase.Instance, KillSwitch.Tenant, "", "First.", null, "key:2", default);
        await store.SetAsync(database.Tenant.TenantId, TestDatabase.Instance, KillSwitch.Tenant, "", "Again.", end, "key:3", default);

        KillSwitch service = new(true, KillSwitch.Engine, "v2", "Storm.", "key:1", TestDatabase.Now, null);
        KillSwitch own = new(false, KillSwitch.Tenant, "", "Again.", "key:3", TestDatabase.Now, end);
        Assert.Equal([service, own], await SwitchesAsync());
        Assert.Equal([service], (await database.Get<ITenantReader>().TenantAsync(database.Other, default))!.Switches);
        Assert.Equal([service], await store.ListAsync(0, TestDatabase.Instance, default));
        Assert.Empty(await store.ListAsync(database.Tenant.TenantId, "elsewhere", default));

        database.Clock.Now = end;
        Assert.Equal([service], await SwitchesAsync());

        await store.ClearAsync(0, TestDatabase.Instance, KillSwitch.Engine, "v2", "key:1", default);
        Assert.Empty(await SwitchesAsync());
        Assert.Equal(
            2L, database.Scalar<long>("SELECT COUNT(*) FROM audit_logs WHERE tenant_id = 0 AND subject = 'engine v2' AND action LIKE 'kill_switch.%'"));

        async Task<IReadOnlyList<KillSwitch>> SwitchesAsync() => (await database.Get<ITenantReader>().TenantAsync(database.Tenant, default))!.Switches;
    }
}
