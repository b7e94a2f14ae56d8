using FlowEngine.Compiling;
using FlowEngine.Conversations;
using FlowEngine.Tests.Running;
using FlowEngine.Tests.Running.TestNodes;
using Xunit;

namespace FlowEngine.Tests.Compiling;

public sealed class FlowCacheTests
{
    private static readonly TenantKey s_tenant = new(1, "test");
    private readonly FakeVersions _versions = new();

    [Fact]
    public async Task Get_Twice_ReadsAndCompilesOnce()
    {
        var version = Add("a welcome > e\ne end");
        var cache = new FlowCache(_versions, TestRegistry.Make());

        var first = await cache.GetAsync(s_tenant, version.Id, default);
        var second = await cache.GetAsync(s_tenant, version.Id, default);

        Assert.Same(first.Version, second.Version);
        Assert.Single(_versions.Asked);
        Assert.Equal("a", first.Version?.Home.Steps[first.Version.Home.Start].Id);
    }

    [Fact]
    public async Task Get_ForAnotherTenant_ReadsAgain()
    {
        var version = Add("a welcome > e\ne end");
        var cache = new FlowCache(_versions, TestRegistry.Make());

        await cache.GetAsync(s_tenant, version.Id, default);
        await cache.GetAsync(new(2, "test"), version.Id, default);

        Assert.Equal(2, _versions.Asked.Count);
    }

    [Fact]
    public async Task Get_AVersionThatIsNotThere_IsAskedAgainNextTime()
    {
        var cache = new FlowCache(_versions, TestRegistry.Make());

        Assert.Equal("flow_not_found", (await cache.GetAsync(s_tenant, 1, default)).Failure?.Code);
        Add("a welcome > e\ne end");
        Assert.NotNull((await cache.GetAsync(s_tenant, 1, default)).Version);
    }

    [Theory]
    [InlineData("a welcome > b\nb nothing > e\ne end", null, "unknown_node_type")]
    [InlineData("a welcome > e\ne end", "{\"maxSteps\":0}", "maxSteps")]
    public async Task Get_AVersionThatCannotRun_IsAFailureThatSaysWhy(string flow, string? settings, string cause)
    {
        var version = _versions.Add("main", FlowText.Json(flow), settings);
        var cache = new FlowCache(_versions, TestRegistry.Make());

        var load = await cache.GetAsync(s_tenant, version.Id, default);

        Assert.Null(load.Version);
        Assert.Equal("flow_invalid", load.Failure?.Code);
        Assert.Contains(cause, load.Failure?.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MoreThanTheCapacity_ForgetsTheLongestUnused()
    {
        for (var i = 0; i < 11; i++)
        {
            Add("a welcome > e\ne end");
        }

        var cache = new FlowCache(_versions, TestRegistry.Make(), capacity: 10);
        foreach (var id in (long[])[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 11])
        {
            await cache.GetAsync(s_tenant, id, default);
        }

        _versions.Asked.Clear();
        foreach (var id in (long[])[1, 11, 2])
        {
            await cache.GetAsync(s_tenant, id, default);
        }

        Assert.Equal([2], _versions.Asked);
    }

    [Fact]
    public async Task Get_AStoredStart_StartsThere()
    {
        var version = _versions.Add("main", FlowText.Json("a say > b\nb ask > a"), start: "b");
        var cache = new FlowCache(_versions, TestRegistry.Make());

        var flow = (await cache.GetAsync(s_tenant, version.Id, default)).Version!.Home;

        Assert.Equal("b", flow.Steps[flow.Start].Id);
    }

    private FlowVersionRef Add(string flow) => _versions.Add("main", FlowText.Json(flow));
}
