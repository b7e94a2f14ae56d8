using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>A conversation of many turns: what stands in the database at its end.</summary>
[Collection(DemoService.Name)]
public sealed class LeadCaptureTests(DemoService demo)
{
    [DatabaseFact]
    public async Task LeadCaptured_LeadEffectTurnsAndMessagesAreRows(string on)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        string[] said = ["merhaba", "Ayşe Yılmaz", "ayse@ornek.example", "0532 123 45 67", "yarın", "kiralama"];
        var replies = new List<Reply>();
        foreach (var text in said)
        {
            replies.Add(await api.SayAsync(text, more: new { sessionId = "lead-1", flow = "lead-capture" }));
        }

        Assert.Equal(["waiting", "waiting", "waiting", "waiting", "waiting", "ended"], replies.Select(reply => reply.Status));
        Assert.All(replies, reply => Assert.Null(reply.Failure));
        var turn = replies[^1].TurnId;
        var lead = Assert.Single(await service.RowsAsync(
            "SELECT name, email, phone, source, fields FROM leads WHERE turn_id || '' = lower(@id)", ("id", turn)));
        Assert.Equal(["Ayşe Yılmaz", "ayse@ornek.example"], lead.Take(2));
        Assert.Contains("532", (string)lead[2]!, StringComparison.Ordinal);
        var fields = JsonElement.Parse((string)lead[4]!);
        Assert.Equal("Ayşe Yılmaz", fields.GetProperty("name").GetString());
        var effect = Assert.Single(await service.RowsAsync(
            "SELECT kind, type, node_id, status FROM effects WHERE turn_id || '' = lower(@id)", ("id", turn)));
        Assert.Equal(["lead", "6", "done"], effect.Skip(1));
        await TurnsAreRowsAsync(service, replies);
        var users = await service.RowsAsync(
            "SELECT m.content FROM ai_conversation_messages m JOIN ai_conversations c ON c.id = m.conversation_id WHERE c.session_id = 'lead-1' AND m.role = 'user' ORDER BY m.id");
        Assert.Equal(said, users.Select(row => row[0]));
    }

    [DatabaseFact]
    public async Task Waiting_ConversationRowSaysWhere(string on)
    {
        var service = await demo.OnAsync(on);
        var reply = await service.Api().SayAsync("merhaba", more: new { sessionId = "lead-2", flow = "lead-capture" });

        var row = Assert.Single(await service.RowsAsync(
            "SELECT status, current_node_id, title, flow_id, context_data, state_history FROM ai_conversations WHERE session_id = 'lead-2'"));
        Assert.Equal(["waiting", "2", "merhaba"], row.Take(3));
        Assert.NotNull(row[3]);
        Assert.Equal(1, JsonElement.Parse((string)row[4]!).GetProperty("v").GetInt32());
        Assert.Single(JsonElement.Parse((string)row[5]!).EnumerateArray());
        Assert.Contains("question", reply.Kinds);
    }

    [DatabaseFact]
    public async Task V1Turn_RowHasItsStages_AndLeavesV2sColumnsAlone(string on)
    {
        var service = await demo.OnAsync(on);
        var reply = await service.Api().SayAsync("en ucuz forklift", ChatApi.V1, new { sessionId = "lead-3" });

        var turn = Assert.Single(await service.RowsAsync(
            "SELECT engine, stage, trace, model, failure_code FROM conversation_turns WHERE id || '' = lower(@id)", ("id", reply.TurnId)));
        Assert.Equal(["v1", "off"], turn.Take(2));
        Assert.Equal(
            ["prompt", "context", "model", "links"],
            JsonElement.Parse((string)turn[2]!).EnumerateArray().Select(step => step.GetProperty("node").GetString()));
        Assert.Equal("offline-1", turn[3]);
        var row = Assert.Single(await service.RowsAsync("SELECT feature_slug, flow_id, context_data FROM ai_conversations WHERE session_id = 'lead-3'"));
        Assert.Equal(["shop-assistant", null, null], row);
    }

    private static async Task TurnsAreRowsAsync(ChatService service, IReadOnlyList<Reply> replies)
    {
        string? before = null;
        foreach (var (index, reply) in replies.Index())
        {
            var row = Assert.Single(await service.RowsAsync(
                """
                SELECT seq, status, engine, trace, state_before, state_after, outside_answers, reply, failure_code
                FROM conversation_turns WHERE id || '' = lower(@id)
                """,
                ("id", reply.TurnId)));
            Assert.Equal([index + 1L, "done", "v2"], row.Take(3));
            Assert.NotEmpty(JsonElement.Parse((string)row[3]!).EnumerateArray());
            Assert.DoesNotContain("ayse@ornek", (string)row[3]!, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Ayşe", (string)row[3]!, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("5321234567", (string)row[3]!, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(before ?? (string)row[4]!, (string)row[4]!);
            Assert.Equal(64, ((string)row[5]!).Length);
            before = (string)row[5]!;
            Assert.Equal(JsonValueKind.Array, JsonElement.Parse((string)row[6]!).ValueKind);
            Assert.Equal(reply.TurnId, Reply.Parse((string)row[7]!).TurnId);
            Assert.Null(row[8]);
        }
    }
}
