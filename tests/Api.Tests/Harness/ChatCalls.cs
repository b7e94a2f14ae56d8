using System.Net.Http.Json;
using FlowEngine.Chat.Replies;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Harness;

/// <summary>Chat turns over HTTP.</summary>
internal static class ChatCalls
{
    public const string V2 = "/api/v2/chat/messages";

    /// <summary>The stage decides who answers.</summary>
    public const string Toggle = "/api/chat/messages";

    public static HttpRequestMessage Message(ChatRequest request, string? idempotencyKey = null, bool streamed = false, string path = V2)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = JsonContent.Create(new { request.Content, request.SessionId, request.Flow, request.Language }),
        };
        if (idempotencyKey is not null)
        {
            message.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        if (streamed)
        {
            message.Headers.Accept.ParseAdd("text/event-stream");
        }

        return message;
    }

    /// <summary>A turn that must be answered with 200.</summary>
    public static async Task<ChatReply> SayAsync(this HttpClient client, string session, string content, string? flow = null)
    {
        using var message = Message(new ChatRequest { Content = content, SessionId = session, Flow = flow, Language = "en" });
        using var response = await client.SendAsync(message);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {body}");
        return System.Text.Json.JsonSerializer.Deserialize(body, ReplyJson.Context.ChatReply)!;
    }
}
