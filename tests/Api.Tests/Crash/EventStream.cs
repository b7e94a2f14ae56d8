using System.Net.Http.Headers;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>One turn's server-sent events.</summary>
internal static class EventStream
{
    public static HttpRequestMessage Request(string session, string content) => ChatCalls.Message(
        new ChatRequest { Content = content, SessionId = session, Flow = "shop-assistant", Language = "en" }, streamed: true);

    public static async Task<IReadOnlyList<StreamEvent>> ReadAsync(HttpClient client, string session, string content)
    {
        using var request = Request(session, content);
        using var response = await client.SendAsync(request);
        Assert.Equal(new MediaTypeHeaderValue("text/event-stream"), response.Content.Headers.ContentType);
        var text = await response.Content.ReadAsStringAsync();
        return [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    }

    private static StreamEvent Read(string text)
    {
        var fields = text.Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(field => field[0], field => field[1]);
        return new StreamEvent(fields["event"], fields["data"]);
    }
}

internal sealed record StreamEvent(string Name, string Data);
