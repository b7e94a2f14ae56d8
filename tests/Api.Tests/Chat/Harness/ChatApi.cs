using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>Calls of one client.</summary>
public sealed class ChatApi(HttpClient http)
{
    public const string Toggle = "/api/chat/messages";
    public const string V1 = "/api/v1/chat/messages";
    public const string V2 = "/api/v2/chat/messages";

    /// <summary>One message that must be answered with 200.</summary>
    /// <param name="more">Further members of the body.</param>
    public async Task<Reply> SayAsync(string content, string path = V2, object? more = null, string? idempotencyKey = null)
    {
        var response = await PostAsync(path, Body(content, more), idempotencyKey);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} for '{content}': {text}");
        return Reply.Parse(text);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string json, string? idempotencyKey = null, string? accept = null) =>
        SendAsync(path, new StringContent(json, Encoding.UTF8, "application/json"), idempotencyKey, accept);

    public async Task<HttpResponseMessage> SendAsync(string path, HttpContent content, string? idempotencyKey = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return await http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => http.SendAsync(new HttpRequestMessage(method, path));

    public async Task<IReadOnlyList<SseEvent>> StreamAsync(
        string content, string path = V2, object? more = null, string? idempotencyKey = null)
    {
        using var response = await PostAsync(path, Body(content, more), idempotencyKey, "text/event-stream");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return SseEvent.Read(await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> GetAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await http.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode} for {path}: {text}");
        return JsonElement.Parse(text);
    }

    public static string Body(string content, object? more = null)
    {
        var body = more is null ? [] : JsonSerializer.SerializeToNode(more)!.AsObject();
        body["content"] = content;
        return body.ToJsonString();
    }
}
