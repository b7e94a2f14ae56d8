using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Conversations;
using FlowEngine.Faults;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>One tenant's failures are held against that tenant's calls alone, though both have the same configuration.</summary>
public sealed class BreakerTests
{
    [Fact]
    public async Task Turns_OfATenantWhoseModelFailsAgainAndAgain_LeaveAnotherTenantsModelAlone()
    {
        await using var faulty = await FaultyService.StartAsync(FaultyService.Impatient with
        {
            BreakerThroughput = 6,
            BreakerWindow = TimeSpan.FromMinutes(10),
            BreakerPause = TimeSpan.FromMinutes(10),
            Retries = 0,
        });
        await faulty.Service.ExecuteAsync(
            "UPDATE ai_assistant_configurations SET (provider, settings) = (SELECT provider, settings FROM ai_assistant_configurations WHERE provider = 'openai')");
        var (one, other) = (faulty.ApiOf(Wire.OpenAi), faulty.ApiOf(Wire.Anthropic));

        var failures = new List<string?>();
        for (var i = 0; i < 8; i++)
        {
            failures.Add((await SayAsync(one, "fails")).Failure);
        }

        var spared = await SayAsync(one, Fault.Well);
        Assert.Equal([FailureCodes.ModelFailed, FailureCodes.ModelUnavailable], failures.Distinct());
        Assert.Equal(FailureCodes.ModelUnavailable, spared.Failure);
        Assert.Equal((null, Fault.Text), await AnswerAsync(other));
    }

    private static async Task<(string? Failure, string Answer)> AnswerAsync(ChatApi api)
    {
        var reply = await SayAsync(api, Fault.Well);
        return (reply.Failure, reply.Answer);
    }

    private static Task<Reply> SayAsync(ChatApi api, string fault) =>
        api.SayAsync($"Hello [{fault}#breaker]", ChatApi.V1, new { sessionId = "breaker", language = "en" });
}
