using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Waits;

/// <summary>A time-out runs once, whatever happens around it.</summary>
public sealed class TimeoutOnceTests
{
    private static readonly TimeSpan s_past = TimeSpan.FromMinutes(16);

    [DatabaseFact]
    public async Task ManyAtOnce_EachFiresOnce_InOneRound(string on)
    {
        await using var waiting = await WaitingService.StartAsync(on);
        var conversations = await Task.WhenAll(Enumerable.Range(0, 230).Select(_ => waiting.BeginAsync()));
        waiting.Clock.Advance(s_past);

        await Task.WhenAll(waiting.FireAsync(), waiting.FireAsync());
        await waiting.FireAsync();

        Assert.Equal(230, await waiting.TimeoutsAsync());
        Assert.Equal(["merhaba", "The code word?", WaitingService.Late], await waiting.SaidAsync(conversations[0]));
    }

    [DatabaseFact]
    public async Task LateMessage_BeforeAfterAndAmidTheTimer_GivesTheSame(string on)
    {
        await using var waiting = await WaitingService.StartAsync(on);
        var conversations = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => waiting.BeginAsync()));
        waiting.Clock.Advance(s_past);

        var before = await Task.WhenAll(conversations[..50].Select(conversation => waiting.AnswerAsync(conversation)));
        var timer = Task.WhenAll(waiting.FireAsync(), waiting.FireAsync());
        var amid = await Task.WhenAll(conversations[50..250].Select(conversation => waiting.AnswerAsync(conversation)));
        await timer;
        var after = await Task.WhenAll(conversations[250..].Select(conversation => waiting.AnswerAsync(conversation)));

        Assert.All(before.Concat(amid).Concat(after), reply => Assert.Equal(("waiting", "The code word?"), (reply.Status, reply.Answer)));
        Assert.Equal(
            Enumerable.Repeat<string[]>(["off", "timeout", "off"], 300).SelectMany(stages => stages),
            (await waiting.TurnsAsync()).Select(turn => turn[0]));
        foreach (var conversation in conversations)
        {
            Assert.Equal(
                ["merhaba", "The code word?", WaitingService.Late, "sesame", "The code word?"], await waiting.SaidAsync(conversation));
        }
    }

    [DatabaseFact]
    public async Task ClockMovedBack_NothingFiresTwice_AndLaterWaitsFire(string on)
    {
        await using var waiting = await WaitingService.StartAsync(on);
        await waiting.BeginAsync();
        waiting.Clock.Advance(s_past);
        await waiting.FireAsync();

        waiting.Clock.Advance(TimeSpan.FromHours(-2));
        var second = await waiting.BeginAsync();
        await waiting.FireAsync();
        Assert.Equal(1, await waiting.TimeoutsAsync());

        waiting.Clock.Advance(s_past);
        await waiting.FireAsync();
        waiting.Clock.Advance(TimeSpan.FromHours(2));
        await waiting.FireAsync();

        Assert.Equal(2, await waiting.TimeoutsAsync());
        Assert.Equal(WaitingService.Late, (await waiting.SaidAsync(second))[^1]);
    }

    [DatabaseFact]
    public async Task FlowPublishedAnew_FiresInTheVersionThatWaits(string on)
    {
        await using var waiting = await WaitingService.StartAsync(on);
        var conversation = await waiting.BeginAsync();
        await waiting.Service.PublishAsync("demo", "code-word", FlowDocuments.Document((1, "message", new { content = "New." }, [2]), (2, "end", new { }, [])));
        waiting.Clock.Advance(s_past);

        await waiting.FireAsync();

        Assert.Equal(WaitingService.Late, (await waiting.SaidAsync(conversation))[^1]);
    }

    [DatabaseTheory]
    [InlineData("UPDATE tenant_conversation_flows SET status = 'deleted', is_active = false WHERE flow_name = 'code-word'", null)]
    [InlineData("UPDATE ai_conversations SET context_data = '{broken'", "state_unreadable")]
    [InlineData("UPDATE ai_workflow_nodes SET is_active = false WHERE node_key = 'collect_data'", "node_type_disabled")]
    [InlineData("UPDATE ai_workflow_nodes SET is_active = false WHERE node_key = 'message'", "node_type_disabled")]
    public async Task WhatTheWaitNeedsIsGone_FiresOnceAndSaysWhy(string on, string sql, string? failure)
    {
        await using var waiting = await WaitingService.StartAsync(on);
        await waiting.BeginAsync();
        await waiting.Service.ExecuteAsync(sql);
        await Task.Delay(TimeSpan.FromSeconds(2));
        waiting.Clock.Advance(s_past);

        await waiting.FireAsync();
        await waiting.FireAsync();

        var turns = await waiting.TurnsAsync();
        Assert.Equal(2, turns.Count);
        Assert.Equal(["timeout", "done", failure], turns[1]);
    }

    [DatabaseFact]
    public async Task ServiceStops_WhileATimeoutRuns_LeavesTheWaitDue(string on)
    {
        await using var waiting = await WaitingService.StartAsync(on);
        await HangingModelAsync(waiting);
        await waiting.BeginAsync("slow");
        waiting.Clock.Advance(s_past);
        using var stopping = new CancellationTokenSource();
        var round = waiting.FireAsync(stopping.Token);
        await UntilAsync(async () => (await waiting.TurnsAsync()).Count == 2);

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => round);
        Assert.Single(await waiting.TurnsAsync());
        Assert.Equal("waiting", await waiting.Service.ScalarAsync<string>("SELECT status FROM ai_conversations WHERE expires_at IS NOT NULL"));
        await waiting.Service.ExecuteAsync("UPDATE ai_assistant_configurations SET model_name = 'paid'");
        await waiting.FireAsync();
        Assert.Equal(1, await waiting.TimeoutsAsync());
    }

    [DatabaseFact]
    public async Task ChatSwitchedOff_WaitsKeepTheirPlace(string on)
    {
        await using var waiting = await WaitingService.StartAsync(on);
        await waiting.BeginAsync();
        await waiting.Service.ExecuteAsync("UPDATE bot_settings SET chat_disabled = true");
        waiting.Clock.Advance(s_past);
        await waiting.FireAsync();
        Assert.Equal(0, await waiting.TimeoutsAsync());

        await waiting.Service.ExecuteAsync("UPDATE bot_settings SET chat_disabled = false");
        waiting.Clock.Advance(TimeSpan.FromSeconds(2));
        await waiting.FireAsync();

        Assert.Equal(1, await waiting.TimeoutsAsync());
    }

    [DatabaseFact]
    public async Task ClaimOfAnotherProcess_TheLateMessageWaitsForIt_ThenIsRefused(string on)
    {
        await using var waiting = await WaitingService.StartAsync(on);
        var conversation = await waiting.BeginAsync();
        waiting.Clock.Advance(s_past);
        await waiting.Service.ExecuteAsync(
            """
            INSERT INTO conversation_turns (id, tenant_id, instance_id, conversation_id, seq, status, lease_until, caller, body_hash, started_at,
              input_tokens, output_tokens, duration_ms)
            SELECT '11111111-1111-7111-8111-111111111111', tenant_id, instance_id, id, 2, 'claimed', '2999-01-01T00:00:00.0000000Z', 'timeout', '', '2026-01-01T00:00:00.0000000Z', 0, 0, 0
            FROM ai_conversations
            """);
        await waiting.FireAsync();

        using var refused = await waiting.Service.Api().PostAsync(
            ChatApi.V2, ChatApi.Body("sesame", new { conversationId = conversation.ConversationId }));

        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal(2, (await waiting.SaidAsync(conversation)).Count);

        await waiting.Service.ExecuteAsync("DELETE FROM conversation_turns WHERE caller = 'timeout' AND body_hash = ''");
        Assert.Equal("The code word?", (await waiting.AnswerAsync(conversation)).Answer);
        Assert.Equal(1, await waiting.TimeoutsAsync());
    }

    private static async Task HangingModelAsync(WaitingService waiting)
    {
        await waiting.Service.ExecuteAsync("UPDATE ai_assistant_configurations SET provider = 'priced', model_name = 'hangs'");
        await waiting.Service.PublishAsync("demo", "slow", FlowDocuments.Document(
            (1, "collect_data", new { prompt = "The code word?", context_key = "code", timeout_minutes = 15 }, [3, 3, 2]),
            (2, "ai_response", new { }, [3]),
            (3, "end", new { }, [])));
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 200 && !await holds(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(await holds());
    }
}
