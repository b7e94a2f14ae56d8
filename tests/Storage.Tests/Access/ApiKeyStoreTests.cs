using FlowEngine.Storage.Access;
using FlowEngine.Storage.NodeTypes;

namespace FlowEngine.Storage.Tests.Access;

public sealed class ApiKeyStoreTests
{
    [DatabaseFact]
    public async Task CreateAsync_Key_IsFoundByItselfAndNotStored(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var keys = database.Get<ApiKeyStore>();

        var (created, plain) = await keys.CreateAsync(1, "widget", "chat", null, default);
        var found = await keys.FindAsync(plain, default);

        Assert.Equal(created, found);
        Assert.StartsWith(found!.Prefix, plain, StringComparison.Ordinal);
        Assert.Null(await keys.FindAsync(plain + "x", default));
        Assert.Equal(0, database.Scalar<long>($"SELECT COUNT(*) FROM api_keys WHERE hash LIKE '%{plain}%'"));
        Assert.NotEqual(plain, (await keys.CreateAsync(1, "other", "chat", null, default)).Key);
    }

    [DatabaseFact]
    public async Task RevokeAsync_Key_IsNoMore(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var keys = database.Get<ApiKeyStore>();
        var (mine, _) = await keys.CreateAsync(1, "mine", "admin", "demo-admin", default);
        var (operators, _) = await keys.CreateAsync(null, "ops", "admin", "demo-operator", default);

        Assert.Null((await keys.FindAsync("demo-operator", default))!.TenantId);
        Assert.False(await keys.RevokeAsync(2, mine.Id, default));
        Assert.False(await keys.RevokeAsync(1, operators.Id, default));
        Assert.True(await keys.RevokeAsync(1, mine.Id, default));
        Assert.Null(await keys.FindAsync("demo-admin", default));
        Assert.NotNull(Assert.Single(await keys.ListAsync(1, default)).RevokedAt);
        Assert.Single(await keys.ListAsync(null, default));
    }

    [DatabaseFact]
    public async Task SyncAsync_NodeTypes_KeepTheOperatorsSwitches(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var types = database.Get<NodeTypeStore>();
        await types.SyncAsync([Type("a", "A", "common"), Type("b", "B", "common"), Type("c", "C", "shop"), Type("d", "D", "shop")], default);
        Assert.Equal("a|A|Does a.|{}", database.Scalar<string>(
            "SELECT type || '|' || name || '|' || description || '|' || config_schema FROM ai_workflow_nodes WHERE node_key = 'a'"));
        await types.SwitchAsync("a", isActive: false, isGlobal: true, [], default);
        await types.SwitchAsync("b", isActive: true, isGlobal: false, [2], default);

        await types.SyncAsync([Type("a", "A2", "common"), Type("b", "B", "common"), Type("c", "C", "shop"), Type("e", "E", "shop")], default);

        Assert.Equal(["a", "b", "d"], (await types.DisabledAsync(1, default)).Order());
        Assert.Equal(["a", "d"], (await types.DisabledAsync(2, default)).Order());
        Assert.False(await types.SwitchAsync("zzz", true, true, [], default));
    }

    private static RegisteredNodeType Type(string name, string className, string category) => new(name, className, category, $"Does {name}.", "{}");
}
