using System.Text.Json;
using System.Text.Json.Nodes;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Outgoing;
using FlowEngine.Drawflow;

namespace FlowEngine.Api.Tests.Chat;

/// <summary>What a person tells stands in the messages, the state and the lead, and nowhere else in the database.</summary>
public sealed class PersonalDataTests
{
    private const string Open = "--FlowEngine:Outgoing:PrivateNetworks:0=127.0.0.0/8";

    [DatabaseFact]
    public async Task Rows_OfACollectedLead_HoldNothingPersonalBesideIt(string on)
    {
        await using var endpoint = await Endpoint.StartAsync();
        await using var service = await ChatService.StartOnAsync(on, null, Open);
        await service.ExecuteAsync("UPDATE bot_settings SET allowed_hosts = @hosts", ("hosts", JsonSerializer.Serialize(new[] { endpoint.Address })));
        await service.PublishAsync("demo", "asking", Flow(endpoint.Address));
        var api = service.Api();
        string[] said = ["merhaba", "Zeynep Karaduman", "0532 987 65 43", "o'neil@ornek.example", "10000000146", "Bağdat Caddesi 71"];
        var replies = new List<Reply>();
        foreach (var text in said)
        {
            replies.Add(await api.SayAsync(text, more: new { sessionId = "personal-1", flow = "asking" }));
        }

        Assert.Equal("ended", replies[^1].Status);
        Assert.Contains("Zeynep", replies[^1].Answer, StringComparison.Ordinal);
        var call = Assert.Single(endpoint.Calls);
        Assert.Equal("+905329876543", JsonElement.Parse(call.Body).GetProperty("b").GetString());
        var lead = Assert.Single(await service.RowsAsync("SELECT name, email, phone FROM leads"));
        Assert.Equal(["Zeynep Karaduman", "o'neil@ornek.example", "+905329876543"], lead);

        var turns = await service.RowsAsync("SELECT trace, outside_answers FROM conversation_turns ORDER BY seq");
        var effects = await service.RowsAsync("SELECT type, payload FROM effects ORDER BY id");
        var history = await service.RowsAsync("SELECT state_history FROM ai_conversations WHERE session_id = 'personal-1'");
        Assert.Equal(said.Length, turns.Count);
        Assert.Equal(2, effects.Count);
        Assert.All(
            turns.Concat(effects).Concat(history).SelectMany(row => row).Cast<string>(),
            stored => Assert.All(
                new[] { "Zeynep", "Karaduman", "5329876543", "0532", "neil", "10000000146", "Bağdat", "Ba\\u011F" },
                personal => Assert.DoesNotContain(personal, stored, StringComparison.OrdinalIgnoreCase)));
        var sets = turns.SelectMany(row => JsonElement.Parse((string)row[0]!).EnumerateArray())
            .Where(step => step.TryGetProperty("set", out _))
            .SelectMany(step => step.GetProperty("set").EnumerateObject())
            .ToLookup(set => set.Name, set => set.Value.GetString());
        Assert.All(new[] { "k1", "telefon", "k3", "k4", "k5", "copy", "greeting" }, name => Assert.Equal(["***"], sets[name]));
        Assert.Equal(["red"], sets["colour"]);
    }

    [DatabaseFact]
    public async Task Rows_OfATurnThatForgetsWhatWasTold_HoldNothingOfIt(string on)
    {
        await using var service = await ChatService.StartOnAsync(on);
        await service.PublishAsync("demo", "forgetting", new DrawflowBuilder()
            .Node("1", "collect_data", Json("""{ "prompt": "Adınız nedir?", "context_key": "k1" }"""), 3)
            .Node("2", "collect_data", Json("""{ "prompt": "Hangi renk?", "context_key": "colour" }"""), 3)
            .Node("3", "save_lead", Json("""
                { "fields": [
                  { "name": "email", "value": "info@ornek.example" }, { "name": "extra", "value": "{{k1}}, {{colour}}" } ] }
                """))
            .Node("4", "end", Json("""{ "reset_conversation": true }"""), outputs: 0)
            .Connect("1", 1, "2").Connect("2", 1, "3").Connect("3", 1, "4")
            .Build().ToJson());
        var api = service.Api();
        foreach (var text in new[] { "merhaba", "Zeynep Karaduman", "mavi" })
        {
            await api.SayAsync(text, more: new { sessionId = "personal-2", flow = "forgetting" });
        }

        var payload = (string)Assert.Single(await service.RowsAsync("SELECT payload FROM effects"))[0]!;
        Assert.Contains("mavi", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("Zeynep", payload, StringComparison.Ordinal);
        Assert.DoesNotContain("Zeynep", Assert.Single(await service.RowsAsync("SELECT context_data FROM ai_conversations"))[0] as string ?? "", StringComparison.Ordinal);
    }

    private static string Flow(string address) => new DrawflowBuilder()
        .Node("1", "collect_data", Json("""{ "prompt": { "tr": "Adınız nedir?", "en": "Your name?" }, "context_key": "k1" }"""), 3)
        .Node("2", "collect_data", Json("""{ "prompt": "Numara?", "data_type": "phone", "context_key": "telefon" }"""), 3)
        .Node("3", "collect_data", Json("""{ "prompt": "E?", "data_type": "email", "context_key": "k3" }"""), 3)
        .Node("4", "collect_data", Json("""{ "prompt": "T.C. kimlik numaranız?", "context_key": "k4" }"""), 3)
        .Node("5", "collect_data", Json("""{ "prompt": "Adresiniz?", "context_key": "k5" }"""), 3)
        .Node("6", "set_variable", Json("""
            { "assignments": [
              { "name": "copy", "value": "{{k1}}" }, { "name": "greeting", "value": "Sayın {{k1}}, {{k5}}" }, { "name": "colour", "value": "red" } ] }
            """))
        .Node("7", "webhook", new JsonObject
        {
            ["url"] = $"{address}/crm?who={{{{k1}}}}",
            ["payload"] = new JsonObject { ["a"] = "{{k1}}", ["b"] = "{{telefon}}", ["c"] = new JsonArray("{{greeting}}", "{{k4}}") },
            ["response_map"] = new JsonObject { ["ticket"] = "ticket" },
        }, 2)
        .Node("8", "save_lead", Json("""
            { "fields": [
              { "name": "name", "value": "{{k1}}" }, { "name": "email", "value": "{{k3}}" }, { "name": "phone", "value": "{{telefon}}" },
              { "name": "extra", "value": "{{greeting}}" } ] }
            """))
        .Node("9", "message", Json("""{ "content": "Teşekkürler {{k1}}." }"""))
        .Node("10", "end", outputs: 0)
        .Connect("1", 1, "2").Connect("2", 1, "3").Connect("3", 1, "4").Connect("4", 1, "5").Connect("5", 1, "6").Connect("6", 1, "7")
        .Connect("7", 1, "8").Connect("7", 2, "8").Connect("8", 1, "9").Connect("9", 1, "10")
        .Build().ToJson();

    private static JsonObject Json(string json) => (JsonObject)JsonNode.Parse(json)!;
}
