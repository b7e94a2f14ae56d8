using FlowEngine.Api.Tests.Harness;
using FlowEngine.Conversations;
using FlowEngine.ParallelRuns.Work;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Comparisons;

public sealed class HeldRunsTests
{
    private static readonly TenantKey s_one = new(1, "default");
    private static readonly TenantKey s_two = new(2, "default");

    private readonly MovedClock _clock = new();
    private readonly LeasedComparisons _held;
    private readonly TenantRoundRobin _order;

    public HeldRunsTests() => (_held, _order) = (new(_clock), new(null!, _clock));

    [Fact]
    public void Next_IsTheOldestOfTheTenantServedLongestAgo()
    {
        _held.Add([Run(1, s_one), Run(2, s_one), Run(3, s_two)]);

        var order = Enumerable.Range(0, 4).Select(_ =>
        {
            var next = _held.Next(new Dictionary<TenantKey, int>(), _order, 1);
            _order.Served(next?.Tenant ?? s_one);
            return next?.RowId;
        });

        Assert.Equal([1, 3, 2, null], order);
    }

    [Fact]
    public void Next_OfATenantWithAllItsPlaces_Waits()
    {
        _held.Add([Run(1, s_one), Run(2, s_two)]);
        var running = new Dictionary<TenantKey, int> { [s_one] = 1 };

        Assert.Equal(2, _held.Next(running, _order, 1)?.RowId);
        Assert.Null(_held.Next(running, _order, 1));
        Assert.Equal((1, 0), (_held.Of(s_one), _held.Of(s_two)));
    }

    [Fact]
    public void GiveBack_IsWhatWaitedTooLong()
    {
        _held.Add([Run(1, s_one)]);
        _clock.Advance(TimeSpan.FromSeconds(4));
        _held.Add([Run(2, s_one)]);

        Assert.Empty(_held.GiveBack());
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([1], _held.GiveBack().Select(run => run.RowId));
        Assert.Empty(_held.GiveBack());
        Assert.Equal([2], _held.GiveBack(all: true).Select(run => run.RowId));
        Assert.Null(_held.Next(new Dictionary<TenantKey, int>(), _order, 1));
    }

    private static LeasedComparison Run(long id, TenantKey tenant) => new(
        id, tenant, Guid.Empty, id, Guid.Empty, Guid.Empty, 1, "shadow", "v1", "v2", "resync", "{}", "{}", 1, DateTimeOffset.UnixEpoch, null, false);
}
