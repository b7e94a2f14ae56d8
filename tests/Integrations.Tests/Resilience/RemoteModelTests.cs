using System.Text.Json;
using FlowEngine.Conversations;
using Xunit;

namespace FlowEngine.Integrations.Tests.Resilience;

public sealed class RemoteModelTests
{
    private const string Price = ""","price":{"input_per_million":3,"output_per_million":15,"currency":"USD","version":"2026-01"}""";

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_ServiceIsWell_TextUsageAndCost(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider, Price);
        talk.Behave();

        var reply = await talk.SayAsync();

        Assert.Equal("All is well.", reply.Text);
        Assert.Equal(
            new ModelUsage("model-1", Dialect.InputTokens, Dialect.OutputTokens, new(0.006m, "USD", "2026-01")) { Parameters = new(null, null), CachedTokens = reply.Usage.CachedTokens },
            reply.Usage);
        Assert.Equal($"Bearer {Conversation.Key}", talk.Endpoint.LastKey);
        Assert.Contains(Conversation.Prompt, talk.Endpoint.LastBody, StringComparison.Ordinal);
        Assert.DoesNotContain("flowengine", talk.Endpoint.LastBody, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("openai", "total_tokens\":1200", "total_tokens\":1200,\"prompt_tokens_details\":{\"cached_tokens\":640}")]
    [InlineData("anthropic", "output_tokens\":1}", "output_tokens\":1,\"cache_read_input_tokens\":640}")]
    public async Task Answer_ServiceHadPartOfTheInputInItsCache_IsTold(string provider, string said, string withCache)
    {
        await using var talk = await Conversation.StartAsync(provider, ""","max_tokens":77""");
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, Replaced(talk.Dialect.Whole("All is well."), said, withCache));

        var usage = (await talk.SayAsync(temperature: 0.5)).Usage;

        Assert.Equal((640, new ModelParameters(0.5, 77)), (usage.CachedTokens, usage.Parameters));
    }

    [Theory]
    [InlineData("openai", 0.5)]
    [InlineData("anthropic", null)]
    public async Task Answer_SettingsOfTheConfiguration_AreSent(string provider, double? temperature)
    {
        var more = temperature is null ? "" : ""","temperature":0.5""";
        await using var talk = await Conversation.StartAsync(provider, $""","max_tokens":77{more}""");
        talk.Behave();

        await talk.SayAsync();

        using var body = JsonDocument.Parse(talk.Endpoint.LastBody);
        Assert.Equal(temperature, body.RootElement.TryGetProperty("temperature", out var sent) ? sent.GetDouble() : null);
        Assert.Equal(77, body.RootElement.GetProperty("max_tokens").GetInt32());
        Assert.Equal("model-1", body.RootElement.GetProperty("model").GetString());
    }

    [Theory]
    [InlineData("openai", true)]
    [InlineData("anthropic", false)]
    public async Task Answer_TemperatureOfTheQuestion_IsSentWhereTheServiceTakesOne(string provider, bool takesOne)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Behave();

        var reply = await talk.SayAsync(temperature: 0);

        using var body = JsonDocument.Parse(talk.Endpoint.LastBody);
        Assert.Equal("All is well.", reply.Text);
        Assert.Equal(takesOne ? 0 : null, body.RootElement.TryGetProperty("temperature", out var sent) ? sent.GetDouble() : (double?)null);
    }

    [Theory]
    [InlineData("openai", "reset")]
    [InlineData("anthropic", "reset")]
    [InlineData("openai", "500")]
    [InlineData("anthropic", "529")]
    public async Task Answer_FaultThatPasses_IsTriedAgain(string provider, string way)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Endpoint.Behaviour = (http, call) => call < 3 ? talk.Is.RunAsync(way, http) : talk.Is.AnswerAsync(http);

        var reply = await talk.SayAsync();

        Assert.Equal(("All is well.", 3), (reply.Text, talk.Endpoint.Calls));
    }

    [Fact]
    public async Task Answer_RetryAfter_IsKept()
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Endpoint.Behaviour = (http, call) => call == 1 ? talk.Is.RunAsync("429", http) : talk.Is.AnswerAsync(http);

        var reply = await talk.SayAsync();

        Assert.Equal("All is well.", reply.Text);
        Assert.Equal([TimeSpan.FromSeconds(1)], talk.Time.Waits);
    }

    [Fact]
    public async Task Answer_RetryAfterIsLong_IsNotTriedAgain()
    {
        await using var talk = await Conversation.StartAsync("anthropic");
        talk.Endpoint.Behaviour = (http, _) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        };

        var reply = await talk.SayAsync();

        Assert.Equal((FailureCodes.ModelRateLimited, 1), (reply.FailureCode, talk.Endpoint.Calls));
    }

    [Theory]
    [InlineData("openai", "reset after token")]
    [InlineData("anthropic", "reset after token")]
    [InlineData("openai", "400")]
    [InlineData("anthropic", "hang")]
    public async Task Answer_FaultThatStays_IsNotTriedAgain(string provider, string way)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Misbehave(way);

        Assert.Null((await talk.SayAsync()).Text);

        Assert.Equal(1, talk.Endpoint.Calls);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_FailsAfterTokens_TheyAreDiscardedAndTheNextConfigurationAnswers(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider, offlineToo: true);
        talk.Misbehave("reset after token");
        var stream = new NotedStream();

        var reply = await talk.SayAsync(stream);

        Assert.Equal("spare", reply.Usage.Model);
        Assert.Equal(("All is", 1), (stream.BeforeDiscard, stream.Discards));
        Assert.Equal(reply.Text, stream.Text);
    }

    [Fact]
    public async Task Answer_ServiceFailsAgainAndAgain_IsLeftAloneForAWhile()
    {
        await using var talk = await Conversation.StartAsync("openai");
        talk.Misbehave("500");
        while (talk.Endpoint.Calls < 10)
        {
            await talk.SayAsync();
        }

        var (before, paused, after) = (talk.Endpoint.Calls, await talk.SayAsync(), talk.Endpoint.Calls);
        talk.Behave();
        talk.Time.Advance(TimeSpan.FromSeconds(16));
        var again = await talk.SayAsync();

        Assert.Equal((FailureCodes.ModelUnavailable, "remote: paused after repeated failures"), (paused.FailureCode, paused.Cause));
        Assert.Equal(before, after);
        Assert.Equal("All is well.", again.Text);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_ServiceFailsAfterTokensAgainAndAgain_IsLeftAloneForAWhile(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Misbehave("reset after token");
        for (var i = 0; i < 10; i++)
        {
            await talk.SayAsync();
        }

        Assert.Equal("remote: paused after repeated failures", (await talk.SayAsync()).Cause);
        Assert.InRange(talk.Endpoint.Calls, 5, 10);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_OneAfterTheOther_OnOneConnection(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Behave();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("All is well.", (await talk.SayAsync()).Text);
        }

        Assert.InRange(talk.Endpoint.Connections.Count, 1, 3);
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_CallerGivesUp_IsCancelled(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        using var caller = new CancellationTokenSource();
        talk.Endpoint.Behaviour = async (http, _) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => talk.SayAsync(cancellationToken: caller.Token));
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("anthropic")]
    public async Task Answer_TwoAnswersInOneStream_TheFirstCounts(string provider)
    {
        await using var talk = await Conversation.StartAsync(provider);
        talk.Endpoint.Behaviour = (http, _) => ModelEndpoint.WriteAsync(http, talk.Dialect.Whole("The first.") + talk.Dialect.Whole("The second."));

        Assert.Equal("The first.", (await talk.SayAsync()).Text);
    }

    [Fact]
    public async Task Answer_NobodyListens_FailsByName()
    {
        var talk = await Conversation.StartAsync("openai");
        await using var ended = talk;
        await talk.Endpoint.DisposeAsync();

        Assert.Equal("remote: the connection failed", (await talk.SayAsync()).Cause);
    }

    private static string Replaced(string events, string said, string by)
    {
        Assert.Contains(said, events, StringComparison.Ordinal);
        return events.Replace(said, by, StringComparison.Ordinal);
    }
}
