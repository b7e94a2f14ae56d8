using FlowEngine.Conversations;

namespace FlowEngine.Api.Tests.Misbehaviour;

public sealed class RetryAfterTests
{
    [Theory]
    [InlineData("openai", "rate_limited_once", 10, null, 2)]
    [InlineData("anthropic", "rate_limited_once", 10, null, 2)]
    [InlineData("openai", "rate_limited_once", 1, FailureCodes.ModelRateLimited, 1)]
    [InlineData("anthropic", "rate_limited_once", 1, FailureCodes.ModelRateLimited, 1)]
    [InlineData("openai", "rate_limited_for_an_hour", 10, FailureCodes.ModelRateLimited, 1)]
    [InlineData("anthropic", "rate_limited_for_an_hour", 10, FailureCodes.ModelRateLimited, 1)]
    public async Task Turn_RateLimited_WaitsOnlyWithinTheCallsTime(string wire, string fault, int seconds, string? code, int calls)
    {
        await using var faulty = await FaultyService.StartAsync(FaultyService.Impatient with { Timeout = TimeSpan.FromSeconds(seconds) });
        var test = new FaultCase(fault, wire, false, FaultyFlows.Plain);

        var turn = await FaultTurn.RunAsync(faulty, test);

        Assert.Equal((code, calls), (turn.Reply.Failure, faulty.Server.CallsOf(test.Id)));
    }
}
