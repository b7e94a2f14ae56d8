using FlowEngine.Chat.Timeouts;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.History;
using FlowEngine.Storage.Tests.Turns;

namespace FlowEngine.Storage.Tests.History;

public sealed class ConversationStoreTests
{
    [DatabaseFact]
    public async Task ListAsync_Pages_GiveEveryConversationOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var heads = new List<ConversationHead>();
        for (var i = 0; i < 7; i++)
        {
            heads.Add(Sample.Head(session: i < 5 ? "s1" : "s2"));
            await database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, heads[^1]), default);
        }

        var store = database.Get<ConversationStore>();
        var first = await store.ListAsync(database.Tenant, null, null, 3, default);
        var second = await store.ListAsync(database.Tenant, null, first[^1].RowId, 10, default);

        Assert.Equal(heads.Select(head => head.PublicId).Reverse(), first.Concat(second).Select(item => item.PublicId));
        Assert.Equal(2, (await store.ListAsync(database.Tenant, "s2", null, 10, default)).Count);
        Assert.Empty(await store.ListAsync(database.Other, null, null, 10, default));
    }

    [DatabaseFact]
    public async Task MessagesAsync_Pages_GiveEveryMessageOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = await TalkAsync(database, turns: 3);
        var store = database.Get<ConversationStore>();

        var conversation = await store.FindAsync(database.Tenant, head.PublicId, default);
        var first = await store.MessagesAsync(database.Tenant, conversation!.RowId, null, 4, default);
        var rest = await store.MessagesAsync(database.Tenant, conversation.RowId, first[^1].RowId, 4, default);

        Assert.Equal("waiting", conversation.Status);
        Assert.Equal(["u-1", "a-1", "u-2", "a-2"], first.Select(item => item.Id));
        Assert.Equal(["u-3", "a-3"], rest.Select(item => item.Id));
        Assert.Equal("question", rest[1].Kind);
        Assert.Empty(await store.MessagesAsync(database.Other, conversation.RowId, null, 4, default));
        Assert.Null(await store.FindAsync(database.Other, head.PublicId, default));
        Assert.Equal([1, 2, 3], (await store.TurnsAsync(database.Tenant, head.PublicId, default)).Select(turn => turn.Seq));
    }

    [DatabaseFact]
    public async Task NewestAsync_Limit_GivesTheNewestOldestFirst(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = await TalkAsync(database, turns: 3);
        var history = database.Get<IConversationHistory>();

        var newest = await history.NewestAsync(database.Tenant, head.PublicId, 3, includeSystem: false, default);

        Assert.Equal(["yanıt 2", "soru 3", "yanıt 3"], newest.Select(message => message.Content));
        Assert.Equal(MessageRole.User, newest[1].Role);
        Assert.Empty(await history.NewestAsync(database.Other, head.PublicId, 3, includeSystem: true, default));
    }

    [DatabaseFact]
    public async Task CloseAsync_Conversation_TakesNoFurtherTurn(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = await TalkAsync(database, turns: 1);

        Assert.Equal(1, await database.Get<ConversationStore>().CloseSessionAsync(database.Tenant, "s1", default));
        Assert.Equal(0, await database.Get<ConversationStore>().CloseAsync(database.Tenant, head.PublicId, default));

        var late = Sample.Commit(database.Tenant, head with { IsNew = false }, seq: 2, rowVersion: 2);
        Assert.Equal(CommitResult.Conflict, await database.Get<ITurnWriter>().CommitAsync(late, default));
    }

    [DatabaseFact]
    public async Task FindAsync_DueWaits_AreTheOverdueOnes(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = await TalkAsync(database, turns: 1);
        var waits = database.Get<IDueWaits>();

        Assert.Empty(await waits.FindAsync(TestDatabase.Instance, TestDatabase.Now.AddMinutes(59), null, 10, default));
        var due = Assert.Single(await waits.FindAsync(TestDatabase.Instance, TestDatabase.Now.AddHours(1), null, 10, default));
        Assert.Equal((database.Tenant, head.PublicId, TestDatabase.Now.AddHours(1)), (due.Tenant, due.Conversation, due.ExpiresAt));
        Assert.Empty(await waits.FindAsync("elsewhere", TestDatabase.Now.AddHours(1), null, 10, default));
    }

    [DatabaseFact]
    public async Task NewestOfSessionAsync_Session_IsTheOneToGoOnWith(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await TalkAsync(database, turns: 1);
        var newest = await TalkAsync(database, turns: 1);
        var reader = database.Get<ITurnReader>();

        Assert.Equal(newest.PublicId, (await reader.NewestOfSessionAsync(database.Tenant, "s1", DateTimeOffset.UnixEpoch, default))!.Head.PublicId);
        await database.Get<ConversationStore>().CloseSessionAsync(database.Tenant, "s1", default);
        Assert.Null(await reader.NewestOfSessionAsync(database.Tenant, "s1", DateTimeOffset.UnixEpoch, default));
    }

    private static async Task<ConversationHead> TalkAsync(TestDatabase database, int turns)
    {
        var head = Sample.Head();
        for (var seq = 1; seq <= turns; seq++)
        {
            await database.Get<ITurnWriter>().CommitAsync(
                Sample.Commit(database.Tenant, head with { IsNew = seq == 1 }, seq, seq - 1), default);
        }

        return head;
    }
}
