using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Chat.Stages;

namespace FlowEngine.Api.Tests.Stages;

public sealed class CoherentConversationTests
{
    private const string Session = "one-user";

    [Fact]
    public async Task UserWhoTalksThroughAllStages_HasOneConversation_WithOneAnswerAMessage()
    {
        await using var shop = await StagedShop.StartAsync();
        (string Stage, string Engine, string? Handover, bool HasCandidate)[] turns =
        [
            ("off", "v1", null, false),
            ("shadow", "v1", null, true),
            ("live", "v2", "taken_over", false),
            ("rampdown", "v2", null, false),
            ("live", "v2", null, false),
            ("shadow", "v1", "fresh", false),
            ("live", "v2", "fresh", false),
            ("off", "v1", "fresh", false),
        ];
        var conversations = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, turn) in turns.Index())
        {
            await shop.SetAsync(turn.Stage);
            var reply = await shop.SayAsync($"mesaj {number + 1}", Session);
            conversations.Add(reply.ConversationId);

            Assert.Equal([turn.Engine, null, turn.Handover, null, null], await shop.TurnAsync(reply));
            Assert.Single(reply.Messages);
            if (turn.Engine == "v2")
            {
                Assert.Equal(StagedShop.Answer, reply.Answer);
            }

            if (turn.HasCandidate)
            {
                await shop.KeepCandidateAsync(reply.ConversationId, number + 1);
            }
        }

        var history = (await shop.Api.GetAsync($"/api/chat/messages?conversationId={Assert.Single(conversations)}")).GetProperty("items");
        Assert.Equal(turns.SelectMany(turn => new[] { ("user", turn.Engine), ("assistant", turn.Engine) }), history.EnumerateArray().Select(Who));
    }

    [Fact]
    public async Task CandidateThatRan_IsTakenOver()
    {
        await using var shop = await StagedShop.StartAsync(null, "--FlowEngine:Comparisons:Enabled=true");
        await shop.PublishAsync(FlowDocuments.Document(
            (1, "set_variable", new { assignments = new[] { new { name = "conversation.count", op = "add" } } }, [2]),
            (2, "message", new { content = "Message {{count}}." }, [3]),
            (3, "end", new { }, [])));
        await shop.SetAsync("shadow");
        await shop.SayAsync("bir", Session);
        for (var patience = 0; patience < 600 && await shop.Service.ScalarAsync<long>("SELECT COUNT(*) FROM candidate_states") == 0; patience++)
        {
            await Task.Delay(100);
        }

        await shop.SetAsync("live");
        var reply = await shop.SayAsync("iki", Session);

        Assert.Equal(["v2", null, "taken_over", null, null], await shop.TurnAsync(reply));
        Assert.Equal("Message 2.", reply.Answer);
    }

    [Fact]
    public async Task Wait_IsEndedByV1sAnswer_ButNotWhatWasCollected()
    {
        await using var shop = await StagedShop.StartAsync();
        await shop.PublishAsync(FlowDocuments.Document(
            (1, "collect_data", new { prompt = "City?", context_key = "city" }, [2]),
            (2, "collect_data", new { prompt = "Size?", context_key = "size" }, [3]),
            (3, "message", new { content = "{{city}}/{{size}}" }, [4]),
            (4, "end", new { }, [])));
        await shop.SetAsync("live");
        await shop.SayAsync("merhaba", Session);
        Assert.Equal("waiting", (await shop.SayAsync("Izmir", Session)).Status);

        await shop.SetAsync("shadow");
        Assert.Equal(("v1", "open"), await EngineAndStatusAsync(shop));
        await shop.SetAsync("live");

        // V1 asked nothing: this is no answer, and the walk begins anew with what it knows.
        var again = await shop.SayAsync("XL", Session);
        Assert.Equal(("v2", "waiting", "City?"), (again.Engine, again.Status, again.Answer));
        var context = await shop.Service.ScalarAsync<string>("SELECT context_data FROM ai_conversations");
        Assert.Equal("Izmir", JsonElement.Parse(context).GetProperty("vars").GetProperty("city").GetString());
    }

    [Fact]
    public async Task CandidateThatLagsOrCannotBeRead_IsNotTakenOver()
    {
        await using var shop = await StagedShop.StartAsync();
        await shop.SetAsync("shadow");
        var first = await shop.SayAsync("bir", Session);
        await shop.KeepCandidateAsync(first.ConversationId, 1);
        await shop.SayAsync("iki", Session);
        await shop.SetAsync("live");

        var lagging = await shop.SayAsync("uc", Session);
        Assert.Equal(["v2", null, "fresh", null, null], await shop.TurnAsync(lagging));

        await shop.SetAsync("shadow");
        await shop.SayAsync("dort", Session);
        await shop.KeepCandidateAsync(first.ConversationId, 4, "{");
        await shop.SetAsync("live");
        var unreadable = await shop.SayAsync("bes", Session);

        Assert.Equal(["v2", null, "fresh", null, null], await shop.TurnAsync(unreadable));
        Assert.Equal("City: .", unreadable.Answer);
    }

    [Fact]
    public async Task WaitOfTheCandidate_IsNotTakenOver()
    {
        await using var shop = await StagedShop.StartAsync();
        await shop.SetAsync("shadow");
        var first = await shop.SayAsync("bir", Session);
        await shop.KeepCandidateAsync(
            first.ConversationId,
            1,
            """{"v":1,"vars":{"city":"Izmir"},"walk":{"frames":[{"flowVersionId":1,"module":"Home","nodeId":"3","vars":{},"outputs":{}}],"waitingSince":"2026-01-01T00:00:00Z","attempts":0}}""");
        await shop.SetAsync("live");

        var reply = await shop.SayAsync("iki", Session);

        Assert.Equal(("ended", StagedShop.Answer), (reply.Status, reply.Answer));
        Assert.Equal(["v2", null, "taken_over", null, null], await shop.TurnAsync(reply));
    }

    [Fact]
    public async Task V1sColumns_AreWrittenWhileV2Answers_InLiveAndRampdown()
    {
        await using var shop = await StagedShop.StartAsync();
        foreach (var (stage, slug) in new (string, string?)[] { ("live", "shop-assistant"), ("rampdown", "shop-assistant"), ("complete", null) })
        {
            await shop.SetAsync(stage);
            var reply = await shop.SayAsync("merhaba", stage);

            Assert.Equal(
                [slug, slug is null ? null : "{}", 1L],
                Assert.Single(await shop.Service.RowsAsync(
                    "SELECT feature_slug, metadata, is_active FROM ai_conversations WHERE upper(public_id) = upper(@id)", ("id", reply.ConversationId))));
        }
    }

    [Fact]
    public async Task StreamedText_OfAnEngineThatFails_IsDiscardedBeforeTheOtherSpeaks()
    {
        await using var shop = await StagedShop.StartAsync();
        await shop.PublishAsync(FlowDocuments.Document(
            (1, "ai_response", new { system_prompt = "Answer." }, [2]),
            (2, "set_variable", new { assignments = new[] { new { name = "conversation.seen", value = "yes" } } }, [3]),
            (3, "end", new { }, [])));
        await shop.FailAsync(v1: false, v2: true);
        await shop.SetAsync("live");

        var events = await shop.Api.StreamAsync("en ucuz forklift", ChatApi.Toggle, new { sessionId = Session });

        var names = events.Select(sent => sent.Name).ToList();
        var discarded = events[names.IndexOf("discard")].Data.GetProperty("messageId").GetString()!;
        Assert.Equal(discarded, events[0].Data.GetProperty("messageId").GetString());
        Assert.All(events.Skip(names.IndexOf("discard") + 1).Where(sent => sent.Name == "delta"), sent =>
            Assert.EndsWith("-v1", sent.Data.GetProperty("messageId").GetString(), StringComparison.Ordinal));
        var done = events[^1].Data;
        Assert.Equal(("done", "v1", 1), (names[^1], done.GetProperty("engine").GetString(), done.GetProperty("messages").GetArrayLength()));
        Assert.False(done.TryGetProperty("failure", out _));
        Assert.Equal(0L, await shop.Service.ScalarAsync<long>("SELECT COUNT(*) FROM ai_conversation_messages WHERE message_id = @id", ("id", discarded)));
    }

    [Fact]
    public async Task FailedTurn_IsPaidForByBothEngines_AndItsTraceHasBoth()
    {
        await using var shop = await StagedShop.StartAsync();
        await shop.FailAsync(v1: false, v2: true);
        await shop.SetAsync("rampdown");

        var reply = await shop.SayAsync("merhaba", Session, $"{ChatApi.Toggle}?trace=true");

        Assert.Equal(["message", "set_variable", "prompt", "context", "model", "links"], reply.Steps.Select(step => step.Type));
        Assert.Equal("open", reply.Status);
        Assert.Null(await shop.Service.ScalarAsync<object?>("SELECT context_data FROM ai_conversations"));
    }

    [Fact]
    public async Task FlowThatThereIsNot_IsRefusedWhereV2Answers_AndNowhereElse()
    {
        await using var shop = await StagedShop.StartAsync();
        var body = ChatApi.Body("merhaba", new { flow = "nowhere" });
        foreach (var (stage, status) in new[] { ("off", 200), ("shadow", 200), ("live", 422), ("rampdown", 422), ("complete", 422) })
        {
            await shop.SetAsync(stage);

            using var answer = await shop.Api.PostAsync(ChatApi.Toggle, body);

            Assert.Equal((stage, status), (stage, (int)answer.StatusCode));
        }
    }

    [Theory]
    [InlineData(ChatApi.V1, "v1")]
    [InlineData(ChatApi.V2, "v2")]
    public async Task EngineByName_AnswersAlone_AtEveryStage(string path, string engine)
    {
        await using var shop = await StagedShop.StartAsync();
        await shop.FailAsync(v1: engine == "v1", v2: engine == "v2");
        foreach (var stage in StageNames.All)
        {
            await shop.SetAsync(stage);

            var reply = await shop.SayAsync("merhaba", stage, path);

            Assert.Equal(engine, reply.Engine);
            Assert.NotNull(reply.Failure);
        }
    }

    [Fact]
    public async Task Percentage_MovesSessionsForwardOnly()
    {
        await using var shop = await StagedShop.StartAsync();
        var sessions = Enumerable.Range(0, 30).Select(number => $"p-{number}").ToList();
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var percentage in new[] { 0, 30, 70, 100 })
        {
            await shop.SetAsync("live", percentage);
            var now = new HashSet<string>(StringComparer.Ordinal);
            foreach (var session in sessions)
            {
                if ((await shop.SayAsync("merhaba", session)).Engine == "v2")
                {
                    now.Add(session);
                }
            }

            Assert.Subset(now, before);
            Assert.True(percentage is 0 or 100 || now.Count is > 0 and < 30);
            Assert.Equal(percentage switch { 0 => 0, 100 => 30, _ => now.Count }, now.Count);
            before = now;
        }
    }

    private static (string, string) Who(JsonElement message) => (message.GetProperty("role").GetString()!, message.GetProperty("engine").GetString()!);

    private static async Task<(string, string)> EngineAndStatusAsync(StagedShop shop)
    {
        var reply = await shop.SayAsync("fiyat?", Session);
        return (reply.Engine, reply.Status);
    }
}
