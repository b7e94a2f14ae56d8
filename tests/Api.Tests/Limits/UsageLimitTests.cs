using System.Net;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Limits;

/// <summary>What conversations and tenants may use before their next turn is refused.</summary>
public sealed class UsageLimitTests
{
    [Theory]
    [InlineData(ChatApi.V1, "--FlowEngine:Limits:Conversation:MaxTurns=2", "maxTurns", 2)]
    [InlineData(ChatApi.V2, "--FlowEngine:Limits:Conversation:MaxTurns=2", "maxTurns", 2)]
    [InlineData(ChatApi.V1, "--FlowEngine:Limits:Conversation:MaxTokens=200", "maxTokens", 240)]
    [InlineData(ChatApi.V2, "--FlowEngine:Limits:Conversation:MaxTokens=200", "maxTokens", 240)]
    [InlineData(ChatApi.V1, "--FlowEngine:Limits:Conversation:MaxCost=0.4", "maxCost", 0.4)]
    [InlineData(ChatApi.V2, "--FlowEngine:Limits:Conversation:MaxCost=0.4", "maxCost", 0.4)]
    public async Task Conversation_AtItsLimit_IsRefusedBeforeAnyStream_AndCanBeRead(string path, string setting, string limit, double used)
    {
        await using var service = await LimitedService.StartAsync(settings: setting);
        var first = Reply.Parse(await (await service.AskAsync(path: path)).Content.ReadAsStringAsync());
        var more = new { conversationId = first.ConversationId };
        using var second = await service.AskAsync(more, path);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);

        using var third = await service.AskAsync(more, path, accept: "text/event-stream");

        var problem = await LimitedService.ProblemAsync(third, "conversation_limit");
        Assert.Equal((limit, (decimal)used), (problem.GetProperty("limit").GetString(), problem.GetProperty("used").GetDecimal()));
        Assert.Null(third.Headers.RetryAfter);
        var items = (await service.Api().GetAsync($"/api/chat/messages?conversationId={first.ConversationId}")).GetProperty("items");
        Assert.Equal(4, items.GetArrayLength());
        using var another = await service.AskAsync(new { sessionId = "another" }, path);
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Fact]
    public async Task Tenant_AtItsLimitOfTheDay_IsRefusedUntilItsMidnight()
    {
        var clock = new MovedClock(MovedClock.Hurried);
        await using var service = await LimitedService.StartAsync(clock: clock, settings: "--FlowEngine:Limits:Day:MaxTurns=2");
        await service.AskAsync();
        await service.AskAsync(path: ChatApi.V1);

        using var refused = await service.AskAsync();

        var problem = await LimitedService.ProblemAsync(refused, "tenant_limit");
        Assert.Equal(2, problem.GetProperty("value").GetDecimal());
        var left = refused.Headers.RetryAfter!.Delta!.Value;
        var istanbul = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul"));
        Assert.InRange((istanbul.Date.AddDays(1) - istanbul.DateTime - left).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.OK, (await service.Api("demo-en-chat").PostAsync(ChatApi.V1, ChatApi.Body("hello"))).StatusCode);

        clock.Advance(left);
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync()).StatusCode);
        Assert.Equal(2, (await service.RowsAsync("SELECT DISTINCT day FROM tenant_usage WHERE tenant_id = 1")).Count);
    }

    [Fact]
    public async Task Tenant_NarrowsTheServicesLimits_AndCannotWidenThem()
    {
        await using var service = await LimitedService.StartAsync(settings: ["--FlowEngine:Limits:Day:MaxTurns=3", "--FlowEngine:Limits:MaxSteps=1000"]);
        await service.SettingsAsync("""{"limits": {"day": {"maxTurns": 1, "maxTokens": 1000}}}""");
        await service.AskAsync();
        await LimitedService.ProblemAsync(await service.AskAsync(), "tenant_limit");

        var settings = await service.SettingsAsync("""{"limits": {"maxSteps": 5, "day": {"maxTurns": 100}}}""");
        await service.AskAsync();
        await service.AskAsync();
        var problem = await LimitedService.ProblemAsync(await service.AskAsync(), "tenant_limit");

        Assert.Equal(3, problem.GetProperty("value").GetDecimal());
        var effective = settings.GetProperty("effectiveLimits");
        Assert.Equal((5, 3), (effective.GetProperty("maxSteps").GetInt32(), effective.GetProperty("day").GetProperty("maxTurns").GetInt32()));
        Assert.Equal(
            1000,
            (await service.SettingsAsync("""{"limits": null}""")).GetProperty("effectiveLimits").GetProperty("maxSteps").GetInt32());
    }

    [Fact]
    public async Task RepeatedRequest_IsAnsweredAtTheLimit_AndCountsOnce()
    {
        await using var service = await LimitedService.StartAsync(settings: "--FlowEngine:Limits:Day:MaxTurns=1");
        using var first = await service.AskAsync(key: "k1");
        var repeats = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.AskAsync(key: "k1")));

        Assert.All(repeats, repeat => Assert.Equal(HttpStatusCode.OK, repeat.StatusCode));
        await LimitedService.ProblemAsync(await service.AskAsync(key: "k2"), "tenant_limit");
        Assert.Equal([1L, 100L, 20L, 200_000_000L], await UsageAsync(service));
    }

    [Fact]
    public async Task ManyTurnsAtOnce_AreAllCounted()
    {
        await using var service = await LimitedService.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => service.AskAsync(
            new { sessionId = $"s{i % 20}" }, i % 2 == 0 ? ChatApi.V1 : ChatApi.V2, i % 3 == 0 ? $"k{i}" : null)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal([100L, 10_000L, 2_000L, 20_000_000_000L], await UsageAsync(service));
        Assert.All(
            await service.RowsAsync("SELECT used_input_tokens, used_cost_units FROM ai_conversations"),
            row => Assert.Equal([500L, 1_000_000_000L], row));
    }

    [Theory]
    [InlineData(ChatApi.V1, "paid", "cost_limit", "maxCost=0.19", false)]
    [InlineData(ChatApi.V2, "paid", "cost_limit", "maxCost=0.19", false)]
    [InlineData(ChatApi.V1, "paid", null, "maxCost=0.2", false)]
    [InlineData(ChatApi.V2, "paid", null, "maxCost=0.2", false)]
    [InlineData(ChatApi.V1, "paid", "token_limit", "maxTokens=119", false)]
    [InlineData(ChatApi.V2, "paid", "token_limit", "maxTokens=119", false)]
    [InlineData(ChatApi.V1, "empty", "model_failed", "maxCost=1", false)]
    [InlineData(ChatApi.V2, "empty", "model_failed", "maxCost=1", false)]
    [InlineData(ChatApi.V1, "free", null, "maxCost=0.01", true)]
    [InlineData(ChatApi.V2, "free", null, "maxCost=0.01", true)]
    public async Task Turn_BeyondItsLimit_FailsByName_AndCountsWhatItSpent(string path, string model, string? code, string limit, bool unpriced)
    {
        await using var service = await LimitedService.StartAsync(model, settings: $"--FlowEngine:Limits:{limit}");

        var reply = Reply.Parse(await (await service.AskAsync(path: path)).Content.ReadAsStringAsync());

        Assert.Equal(code, reply.Failure);
        Assert.Equal(code is null ? "text" : "fallback", reply.Kinds[^1]);
        Assert.Equal([1L, 100L, 20L, unpriced ? 0L : 200_000_000L], await UsageAsync(service));
        var used = (await service.SettingsAsync()).GetProperty("usedToday");
        Assert.Equal(unpriced ? 1 : 0, used.GetProperty("unpricedTurns").GetInt32());
        Assert.Equal(unpriced ? 0m : 0.2m, used.GetProperty("cost").GetDecimal());
    }

    [Theory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task Turn_CutOffInAModelCall_IsCountedAsUnpriced(string path)
    {
        await using var service = await LimitedService.StartAsync("hangs", settings: "--FlowEngine:Limits:MaxSeconds=1");

        var reply = Reply.Parse(await (await service.AskAsync(path: path)).Content.ReadAsStringAsync());

        Assert.Equal("time_limit", reply.Failure);
        Assert.Equal(1, (await service.SettingsAsync()).GetProperty("usedToday").GetProperty("unpricedTurns").GetInt32());
    }

    [Fact]
    public async Task FlowSettings_NarrowTheTurnsCost()
    {
        await using var service = await LimitedService.StartAsync();
        await service.ExecuteAsync("UPDATE tenant_conversation_flows SET settings = '{\"maxCost\":0.1}' WHERE flow_name = 'ask'");

        var reply = Reply.Parse(await (await service.AskAsync()).Content.ReadAsStringAsync());

        Assert.Equal("cost_limit", reply.Failure);
    }

    [Fact]
    public async Task Day_LimitSetAfterTurns_CountsThem()
    {
        await using var service = await LimitedService.StartAsync();
        await service.AskAsync();
        await service.AskAsync(path: ChatApi.V1);

        await service.SettingsAsync("""{"limits": {"day": {"maxTurns": 3}}}""");
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync()).StatusCode);
        var problem = await LimitedService.ProblemAsync(await service.AskAsync(), "tenant_limit");
        Assert.Equal(3, problem.GetProperty("used").GetDecimal());

        // Nothing is counted while there is no limit; with the next one it is.
        await service.SettingsAsync("""{"limits": null}""");
        Assert.Equal(HttpStatusCode.OK, (await service.AskAsync()).StatusCode);
        await service.SettingsAsync("""{"limits": {"day": {"maxTokens": 480}}}""");
        Assert.Equal(480, (await LimitedService.ProblemAsync(await service.AskAsync(), "tenant_limit")).GetProperty("used").GetDecimal());
        Assert.Equal([4L, 400L, 80L, 800_000_000L], await UsageAsync(service));
    }

    /// <summary>Turns, tokens in and out, billionths of the currency.</summary>
    private static async Task<IReadOnlyList<long>> UsageAsync(ChatService service)
    {
        var used = (await service.SettingsAsync()).GetProperty("usedToday");
        return
        [
            used.GetProperty("turns").GetInt64(), used.GetProperty("inputTokens").GetInt64(), used.GetProperty("outputTokens").GetInt64(),
            (long)(used.GetProperty("cost").GetDecimal() * 1_000_000_000),
        ];
    }
}
