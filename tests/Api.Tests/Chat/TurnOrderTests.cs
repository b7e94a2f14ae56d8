using FlowEngine.Api.Tests.Chat.Harness;

namespace FlowEngine.Api.Tests.Chat;

[Collection(DemoService.Name)]
public sealed class TurnOrderTests(DemoService demo)
{
    private const int Turns = 20;

    [DatabaseTheory]
    [InlineData(ChatApi.V1)]
    [InlineData(ChatApi.V2)]
    public async Task ConcurrentMessagesOfOneConversation_AllAreAnsweredOneAfterTheOther(string on, string path)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        var first = await api.SayAsync("mesaj 1", path);

        var replies = await Task.WhenAll(Enumerable.Range(2, Turns - 1).Select(i =>
            api.SayAsync($"mesaj {i}", path, new { conversationId = first.ConversationId })));

        Assert.All(replies, reply => Assert.Equal(first.ConversationId, reply.ConversationId));
        var seqs = await service.RowsAsync(
            "SELECT r.seq, r.id FROM conversation_turns r JOIN ai_conversations c ON c.id = r.conversation_id WHERE c.public_id || '' = lower(@id) ORDER BY r.seq",
            ("id", first.ConversationId));
        Assert.Equal(Enumerable.Range(1, Turns).Select(seq => (object)(long)seq), seqs.Select(row => row[0]));
        var messages = (await api.GetAsync($"/api/chat/messages?conversationId={first.ConversationId}")).GetProperty("items").EnumerateArray().ToList();
        var turns = messages.Select(message => message.GetProperty("id").GetString()!.Split('-')[0]).ToList();
        Assert.Equal(turns.Distinct(), seqs.Select(row => Guid.Parse((string)row[1]!).ToString("N")));
        Assert.Equal(Turns, messages.Count(message => message.GetProperty("role").GetString() == "user"));
        Assert.All(
            messages.GroupBy(message => message.GetProperty("id").GetString()!.Split('-')[0]),
            turn => Assert.Equal("user", turn.First().GetProperty("role").GetString()));
    }

    [DatabaseFact]
    public async Task SessionWithoutConversation_GoesOnInItsNewest(string on)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        var first = await api.SayAsync("merhaba", more: new { sessionId = "order-a" });
        var second = await api.SayAsync("nasılsın?", more: new { sessionId = "order-a" });
        var other = await api.SayAsync("merhaba", more: new { sessionId = "order-b" });

        Assert.Equal(first.ConversationId, second.ConversationId);
        Assert.NotEqual(first.ConversationId, other.ConversationId);
        Assert.Equal("order-b", other.SessionId);
    }

    [DatabaseFact]
    public async Task NoSession_EachMessageBeginsAConversation(string on)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        var first = await api.SayAsync("merhaba");
        var second = await api.SayAsync("merhaba");

        Assert.NotEqual(first.ConversationId, second.ConversationId);
        Assert.NotEqual(first.SessionId, second.SessionId);
    }

    [DatabaseFact]
    public async Task ConcurrentFirstMessagesOfASession_LandInOneConversation(string on)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();

        var replies = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => api.SayAsync($"mesaj {i}", more: new { sessionId = "order-c" })));

        Assert.Single(replies.Select(reply => reply.ConversationId).Distinct());
    }

    [DatabaseFact]
    public async Task SameSessionOfTwoTenants_AreTwoConversations(string on)
    {
        var service = await demo.OnAsync(on);
        var turkish = await service.Api("demo-chat").SayAsync("merhaba", more: new { sessionId = "order-d" });
        var english = await service.Api("demo-en-chat").SayAsync("hello", more: new { sessionId = "order-d" });

        Assert.NotEqual(turkish.ConversationId, english.ConversationId);
    }

    [DatabaseFact]
    public async Task EnginesInOneConversation_BothAnswersAreInItsHistory(string on)
    {
        var service = await demo.OnAsync(on);
        var api = service.Api();
        var first = await api.SayAsync("merhaba", ChatApi.V1);
        await api.SayAsync("en ucuz forklift", ChatApi.V2, new { conversationId = first.ConversationId });

        var items = (await api.GetAsync($"/api/chat/messages?conversationId={first.ConversationId}")).GetProperty("items").EnumerateArray().ToList();

        // V2 does not greet somebody to whom V1 has spoken.
        Assert.Equal(["v1", "v1", "v2", "v2"], items.Select(item => item.GetProperty("engine").GetString()));
    }
}
