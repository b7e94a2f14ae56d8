using System.Net;
using System.Text;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Bodies;

/// <summary>Text on its way in and out: marks, media types, escapes, cuts.</summary>
[Collection(DemoService.Name)]
public sealed class WireTextTests(DemoService demo)
{
    [Theory]
    [InlineData("text/event-stream", true)]
    [InlineData("TEXT/Event-Stream", true)]
    [InlineData("text/event-stream, */*", true)]
    [InlineData("application/json, text/event-stream", true)]
    [InlineData("application/json, text/event-stream;q=0.5", false)]
    [InlineData("application/*;q=0.3, TEXT/EVENT-STREAM;q=0.4", true)]
    [InlineData("text/event-stream;q=0", false)]
    [InlineData("*/*", false)]
    [InlineData("text/*", false)]
    [InlineData("application/json", false)]
    public async Task Accept_ByNameAndQuality_DecidesForAStream(string accept, bool isStream)
    {
        using var response = await demo.Service.Api().PostAsync(ChatApi.V2, """{ "content": "merhaba" }""", accept: accept);

        Assert.Equal(isStream ? "text/event-stream" : "application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Body_WithAByteOrderMark_IsTaken()
    {
        using var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{ "content": "merhaba" }""")]);
        content.Headers.ContentType = new("application/json");

        using var response = await demo.Service.Api().SendAsync(ChatApi.V2, content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Body_InAnotherEncoding_IsRefusedByName()
    {
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes("""{ "content": "für" }"""));
        content.Headers.ContentType = new("application/json");

        using var response = await demo.Service.Api().SendAsync(ChatApi.V2, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("UTF-8", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/chat/messages", "POST", """{ "content": "a", "ş+<&'>": 1 }""")]
    [InlineData("/api/admin/settings", "PUT", """{ "ş+<&'>": 1 }""")]
    [InlineData("/api/admin/settings", "PUT", """{ "fallbackText": { "en": "ş+<&'>" } }""")]
    [InlineData("/api/admin/kill-switches", "PUT", """{ "ş+<&'>": 1 }""")]
    [InlineData("/api/admin/ai-configurations/x", "PUT", """{ "ş+<&'>": 1 }""")]
    [InlineData("/api/flows/shop-assistant/versions/1/try", "POST", """{ "ş+<&'>": 1 }""")]
    [InlineData("/api/flows/shop-assistant/versions/1/try", "POST", """{ "message": "merhaba", "variables": { "x": "ş+<&'>" } }""")]
    public async Task Answer_WithLettersAndSigns_HasThemAsTheyAre(string path, string method, string body)
    {
        using var client = demo.Service.Client("demo-admin");
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Contains("ş+<&'>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u00", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flow_Got_HasTheBytesThatWerePut()
    {
        const string Document =
            "{\"drawflow\" : {\"Home\":{\"data\":{ \"1\":{\"id\":1,\"name\":\"welcome\",\"data\":{\"message\":\"\\u003Cb\\u003E \\u00e7 ç \\/ 1.50\"},\"class\":\"welcome\","
            + "\"html\":\"\",\"typenode\":false,\"inputs\":{},\"outputs\":{\"output_1\":{\"connections\":[]}},\"pos_x\":1.0,\"pos_y\":2}}}}}";
        using var client = demo.Service.Client("demo-admin");
        using var put = await client.PutAsync("/api/flows/own-bytes", new StringContent(Document, Encoding.UTF8, "application/json"));
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());

        var text = await client.GetStringAsync("/api/flows/own-bytes");

        Assert.Contains($"\"document\":{Document}", text, StringComparison.Ordinal);
        using var readable = JsonDocument.Parse(text);
    }

    [DatabaseFact]
    public async Task Title_AtAnEmoji_IsCutBeforeIt(string on)
    {
        var service = await demo.OnAsync(on);
        var start = new string('x', 78);

        await service.Api().SayAsync($"{start}👩‍💻 merhaba", more: new { sessionId = "cut-title" });

        Assert.Equal(start, await service.ScalarAsync<string>("SELECT title FROM ai_conversations WHERE session_id = @id", ("id", "cut-title")));
    }

    [Theory]
    [InlineData("""{ "variables": "x" }""", "/variables")]
    [InlineData("""{ "message": 5 }""", "/message")]
    [InlineData("""{ "timeout": "yes" }""", "/timeout")]
    [InlineData("""{ "state": [] }""", "/state")]
    [InlineData("""{ "message": "a", "state": { "context": {}, "status": "open", "language": "tr", "turns": "x", "now": "2026-01-01T00:00:00Z", "history": [] } }""", "/state/turns")]
    [InlineData("""{ "message": "a", "state": { "context": {}, "status": "open", "language": "tr", "turns": 1, "now": "2026-01-01T00:00:00Z", "history": [{ "role": 5 }] } }""", "/state/history/0/role")]
    public async Task Try_WithAValueOfAnotherType_IsToldWhereAndWhat(string body, string pointer)
    {
        using var response = await demo.Service.Api().PostAsync("/api/flows/shop-assistant/versions/1/try", body);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(JsonElement.Parse(text).GetProperty("errors").EnumerateArray(), error => error.GetProperty("pointer").GetString() == pointer);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
    }
}
