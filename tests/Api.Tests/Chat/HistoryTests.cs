using System.Net;
using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

public sealed class HistoryTests
{
    private static Task<ChatService> StartAsync(string on) => ChatService.StartOnAsync(on);

    [DatabaseFact]
    public async Task Conversations_AreListedByPagesNewestFirst(string on)
    {
        await using var service = await StartAsync(on);
        var api = service.Api();
        var ids = new List<string>();
        for (var i = 0; i < 53; i++)
        {
            ids.Add((await api.SayAsync($"mesaj {i}", ChatApi.V1)).ConversationId);
        }

        var first = await api.GetAsync("/api/chat/conversations");
        var second = await api.GetAsync($"/api/chat/conversations?next={first.GetProperty("next").GetString()}");

        Assert.Equal(50, first.GetProperty("items").GetArrayLength());
        Assert.False(second.TryGetProperty("next", out var next) && next.ValueKind != System.Text.Json.JsonValueKind.Null);
        ids.Reverse();
        Assert.Equal(
            ids,
            new[] { first, second }.SelectMany(page => page.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("id").GetString()));
        Assert.Equal("mesaj 52", first.GetProperty("items")[0].GetProperty("title").GetString());
    }

    [DatabaseFact]
    public async Task Messages_AreListedByPagesOldestFirst(string on)
    {
        await using var service = await StartAsync(on);
        var api = service.Api();
        var conversation = (await api.SayAsync("mesaj 0", ChatApi.V1)).ConversationId;
        for (var i = 1; i < 27; i++)
        {
            await api.SayAsync($"mesaj {i}", ChatApi.V1, new { conversationId = conversation });
        }

        var first = await api.GetAsync($"/api/chat/messages?conversationId={conversation}");
        var second = await api.GetAsync($"/api/chat/messages?conversationId={conversation}&next={first.GetProperty("next").GetString()}");

        var all = new[] { first, second }.SelectMany(page => page.GetProperty("items").EnumerateArray()).ToList();
        Assert.Equal(54, all.Count);
        Assert.Equal(54, all.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, 27).Select(i => $"mesaj {i}"),
            all.Where(item => item.GetProperty("role").GetString() == "user").Select(Reply.Content));
    }

    [DatabaseFact]
    public async Task Messages_HaveWhatTheReplyHad(string on)
    {
        await using var service = await StartAsync(on);
        var api = service.Api();
        var reply = await api.SayAsync("en ucuz forklift");

        var items = (await api.GetAsync($"/api/chat/messages?conversationId={reply.ConversationId}")).GetProperty("items").EnumerateArray().Skip(1).ToList();

        Assert.Equal(reply.Messages.Select(Reply.Content), items.Select(Reply.Content));
        Assert.Equal(
            reply.Messages[^1].GetProperty("products").ToString(), items[^1].GetProperty("products").ToString());
        Assert.Equal(reply.Messages[^1].GetProperty("links").ToString(), items[^1].GetProperty("links").ToString());
    }

    [DatabaseFact]
    public async Task List_BySession_HasItsConversationsAlone(string on)
    {
        await using var service = await StartAsync(on);
        var api = service.Api();
        var mine = await api.SayAsync("merhaba", more: new { sessionId = "mine" });
        await api.SayAsync("merhaba", more: new { sessionId = "other" });

        var items = (await api.GetAsync("/api/chat/conversations?sessionId=mine")).GetProperty("items");

        Assert.Equal(mine.ConversationId, Assert.Single(items.EnumerateArray()).GetProperty("id").GetString());
    }

    [DatabaseFact]
    public async Task AnotherTenantsConversation_IsNowhere(string on)
    {
        await using var service = await StartAsync(on);
        var english = await service.Api("demo-en-chat").SayAsync("hello", more: new { sessionId = "shared" });
        await service.Api().SayAsync("merhaba", more: new { sessionId = "shared" });
        var turkish = service.Api("demo-admin");

        await turkish.GetAsync($"/api/chat/conversations/{english.ConversationId}", HttpStatusCode.NotFound);
        await turkish.GetAsync($"/api/chat/messages?conversationId={english.ConversationId}", HttpStatusCode.NotFound);
        var listed = await turkish.GetAsync("/api/chat/conversations?sessionId=shared");
        Assert.Single(listed.GetProperty("items").EnumerateArray());
        Assert.DoesNotContain(english.ConversationId, listed.ToString(), StringComparison.Ordinal);
        await service.Api("demo-en-chat").GetAsync($"/api/chat/conversations/{english.ConversationId}");
    }

    [DatabaseTheory]
    [InlineData("/api/chat/conversations?next=abc", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/chat/conversations?next=-1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/chat/messages", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/chat/messages?conversationId=", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/chat/messages?conversationId=17", HttpStatusCode.NotFound)]
    [InlineData("/api/chat/conversations/17", HttpStatusCode.NotFound)]
    [InlineData("/api/chat/conversations/00000000-0000-7000-8000-000000000000", HttpStatusCode.NotFound)]
    public async Task BadQuery_IsAProblem(string on, string path, HttpStatusCode status)
    {
        await using var service = await StartAsync(on);
        Assert.NotEmpty((await service.Api().GetAsync(path, status)).GetProperty("code").GetString()!);
    }
}
