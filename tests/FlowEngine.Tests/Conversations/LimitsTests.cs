using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Tests.Conversations;

public sealed class LimitsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(0, null, null)]
    [InlineData(0, -5, null)]
    [InlineData(7, null, 7)]
    [InlineData(null, 7, 7)]
    [InlineData(7, 0, 7)]
    [InlineData(7, 9, 7)]
    [InlineData(9, 7, 7)]
    public void Smaller_WhatSetsNone_DoesNotCount(int? one, int? other, int? expected) => Assert.Equal(expected, Limit.Smaller(one, other));

    [Fact]
    public void Smallest_TenantSetsNone_LeavesTheServices()
    {
        var service = new TurnLimits { MaxSteps = 1000, MaxTokens = 7, MaxCost = 3 };

        Assert.Equal(service, service.Smallest(new()));
        Assert.Equal(service with { MaxSteps = 5 }, service.Smallest(new() { MaxSteps = 5, MaxTokens = 0, MaxCost = 4 }));
    }

    [Fact]
    public void Passed_KnownPartOfACost_Counts()
    {
        var limits = new TurnLimits { MaxCost = 1 };
        var priced = new ModelUsage("a", 10, 2, new(1.1m, "USD", "v1"));
        var unpriced = new ModelUsage("b", 10, 2);

        Assert.Equal("cost_limit", limits.Passed(0, priced)?.Code);
        Assert.Null(limits.Passed(0, unpriced));
        foreach (var both in (ModelUsage[])[priced.Plus(unpriced), unpriced.Plus(priced)])
        {
            Assert.Null(both.Cost);
            Assert.True(both.IsUnpriced);
            Assert.Equal("cost_limit", limits.Passed(0, both)?.Code);
        }
    }
}
