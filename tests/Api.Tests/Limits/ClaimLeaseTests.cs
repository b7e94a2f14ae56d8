using FlowEngine.Chat;

namespace FlowEngine.Api.Tests.Limits;

public sealed class ClaimLeaseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(600)]
    public void ClaimLease_AnyLimit_OutlivesTheLongestTurn(int seconds)
    {
        var limits = new LimitOptions { MaxSeconds = seconds };

        Assert.True(limits.ClaimLease >= limits.ToTurnLimits().MaxDuration + TimeSpan.FromSeconds(60));
    }
}
