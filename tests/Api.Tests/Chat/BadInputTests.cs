using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

[Collection(DemoService.Name)]
public sealed class BadInputTests(DemoService demo)
{
    private static readonly string s_long = new('x', 10_001);

    /// <summary>Body, status, code, and the pointer and code of the field's error.</summary>
    public static TheoryData<string, int, string, string?, string?> Bodies { get; } = new()
    {
        { "", 400, "not_json", null, null },
        { "merhaba", 400, "not_json", null, null },
        { "{\"content\":\"a\"", 400, "not_json", null, null },
        { "[]", 400, "not_json", null, null },
        { "null", 400, "not_json", null, null },
        { "\"text\"", 400, "not_json", null, null },
        { "{\"content\":\"a\",\"content\":\"b\"}", 400, "not_json", null, null },
        { "{\"content\":\"a\",\"metadata\":" + string.Concat(Enumerable.Repeat("[", 20)) + "}", 400, "not_json", null, null },
        { "{}", 422, "invalid_request", "/content", "missing" },
        { "{\"content\":null}", 422, "invalid_request", "/content", "missing" },
        { "{\"content\":5}", 422, "invalid_request", "/content", "wrong_type" },
        { "{\"content\":[\"a\"]}", 422, "invalid_request", "/content", "wrong_type" },
        { "{\"content\":\"\"}", 422, "invalid_request", "/content", "empty" },
        { "{\"content\":\" \\t\\n\\u00a0\"}", 422, "invalid_request", "/content", "empty" },
        { "{\"content\":\"" + s_long + "\"}", 422, "invalid_request", "/content", "too_long" },
        { "{\"content\":\"\\u200b\\u2060\\ufeff\"}", 422, "invalid_request", "/content", "empty" },
        { "{\"content\":\"a\\u0000b\"}", 422, "invalid_request", "/content", "nul_character" },
        { "{\"content\":\"a\",\"sessionId\":\"a\\u0000b\"}", 422, "invalid_request", "/sessionId", "nul_character" },
        { "{\"content\":\"a\",\"metadata\":{\"k\":\"a\\u0000b\"}}", 422, "invalid_request", "/metadata/k", "nul_character" },
        { "{\"content\":\"a\",\"Content\":\"b\"}", 422, "invalid_request", "/Content", "unknown_field" },
        { "{\"content\":\"a\",\"message\":\"b\"}", 422, "invalid_request", "/message", "unknown_field" },
        { "{\"content\":\"a\",\"a/b~c\":1}", 422, "invalid_request", "/a~1b~0c", "unknown_field" },
        { "{\"content\":\"a\",\"sessionId\":\"" + new string('s', 65) + "\"}", 422, "invalid_request", "/sessionId", "too_long" },
        { "{\"content\":\"a\",\"sessionId\":\"\"}", 422, "invalid_request", "/sessionId", "empty" },
        { "{\"content\":\"a\",\"sessionId\":7}", 422, "invalid_request", "/sessionId", "wrong_type" },
        { "{\"content\":\"a\",\"userId\":\"" + new string('u', 65) + "\"}", 422, "invalid_request", "/userId", "too_long" },
        { "{\"content\":\"a\",\"flow\":\"" + new string('f', 101) + "\"}", 422, "invalid_request", "/flow", "too_long" },
        { "{\"content\":\"a\",\"flow\":true}", 422, "invalid_request", "/flow", "wrong_type" },
        { "{\"content\":\"a\",\"language\":\"turkish\"}", 422, "invalid_request", "/language", "not_a_language" },
        { "{\"content\":\"a\",\"language\":\"xx\"}", 422, "invalid_request", "/language", "not_a_language" },
        { "{\"content\":\"a\",\"language\":\"tr-\"}", 422, "invalid_request", "/language", "not_a_language" },
        { "{\"content\":\"a\",\"conversationId\":\"7\"}", 422, "invalid_request", "/conversationId", "not_an_id" },
        { "{\"content\":\"a\",\"conversationId\":12}", 422, "invalid_request", "/conversationId", "wrong_type" },
        { "{\"content\":\"a\",\"metadata\":[]}", 422, "invalid_request", "/metadata", "wrong_type" },
        { "{\"content\":\"a\",\"metadata\":{\"k\":{\"n\":1}}}", 422, "invalid_request", "/metadata/k", "wrong_type" },
        { "{\"content\":\"a\",\"metadata\":{\"k\":1}}", 422, "invalid_request", "/metadata/k", "wrong_type" },
        { "{\"content\":\"a\",\"metadata\":{\"k\":\"" + new string('m', 4096) + "\"}}", 422, "invalid_request", "/metadata", "too_long" },
        { "{\"content\":\"a\",\"conversationId\":\"00000000-0000-7000-8000-000000000000\"}", 404, "conversation_not_found", null, null },
        { "{\"content\":\"a\",\"flow\":\"no-such-flow\"}", 422, "flow_unknown", null, null },
    };

    [DatabaseTheory]
    [MemberData(nameof(Bodies))]
    public async Task BadBody_IsRefusedByName_AndTheNextGoodRequestWorks(string on, string body, int status, string code, string? pointer, string? fieldCode)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();

        using var response = await api.PostAsync(ChatApi.V2, body);

        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal((status, code), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        if (pointer is not null)
        {
            var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
            Assert.Equal((pointer, fieldCode), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
        }

        Assert.Null((await api.SayAsync("merhaba")).Failure);
    }

    [DatabaseFact]
    public async Task SeveralFaults_AreAllNamed(string on)
    {
        var service = await demo.OnAsync(on);
        using var response = await service.Api().PostAsync(ChatApi.V2, """{ "language": "x", "userId": 1, "more": 2 }""");

        var errors = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("errors").EnumerateArray();
        Assert.Equal(
            ["/content", "/language", "/more", "/userId"],
            errors.Select(error => error.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal));
    }

    [DatabaseFact]
    public async Task LongestContent_IsAnsweredAndStoredAsSent(string on)
    {
        var service = await demo.OnAsync(on);
        var text = string.Concat(Enumerable.Repeat("<b>ğüşiöç😀</b>\"'\\", 588)) + "0123";

        Assert.Equal(10_000, text.EnumerateRunes().Count());
        var reply = await service.Api().SayAsync(text);

        Assert.Equal(text, await service.ScalarAsync<string>(
            "SELECT content FROM ai_conversation_messages WHERE message_id = @id", ("id", $"{Guid.Parse(reply.TurnId):N}-0")));
    }

    [DatabaseTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BodyOver128KiB_IsTooLarge(string on, bool isLengthKnown)
    {
        var service = await demo.OnAsync(on);
        var bytes = Encoding.UTF8.GetBytes("{\"content\":\"" + new string('x', 128 * 1024) + "\"}");
        HttpContent content = isLengthKnown ? new ByteArrayContent(bytes) : new StreamContent(new Endless(bytes));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await service.Api().SendAsync(ChatApi.V2, content);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("too_large", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [DatabaseTheory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task OtherContentType_IsUnsupported(string on, string contentType)
    {
        var service = await demo.OnAsync(on);
        using var response = await service.Api().SendAsync(ChatApi.V2, new StringContent(ChatApi.Body("a"), Encoding.UTF8, contentType));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("unsupported_media_type", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A body whose length is not told beforehand.</summary>
    private sealed class Endless(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
