using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class WriterConcurrencyTests
{
    [DatabaseFact]
    public async Task CommitAsync_ThirtyTwoWriters_AllAreSavedOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => TalkAsync(writer, database.Tenant, $"s{i}"))));

        Assert.All(results.SelectMany(result => result), result => Assert.Equal(CommitResult.Saved, result));
        Assert.Equal(32, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations WHERE row_version = 10"));
        Assert.Equal(320, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns WHERE status = 'done'"));
        Assert.Equal(640, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversation_messages"));
    }

    [DatabaseFact]
    public async Task CommitAsync_ManyOnOneConversation_OneWins(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        await writer.CommitAsync(Sample.Commit(database.Tenant, head), default);
        var next = head with { IsNew = false };

        var results = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(_ => writer.CommitAsync(Sample.Commit(database.Tenant, next, seq: 2, rowVersion: 1), default)));

        Assert.Single(results, CommitResult.Saved);
        Assert.Equal(4, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversation_messages"));
    }

    [DatabaseFact]
    public async Task CommitAsync_TwoProcesses_LoseNothing(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var beside = database.Beside();
        var writers = new[] { database.Get<ITurnWriter>(), (ITurnWriter)beside.GetService(typeof(ITurnWriter))! };

        var results = await Task.WhenAll(Enumerable.Range(0, 16)
            .Select(i => Task.Run(() => TalkAsync(writers[i % 2], database.Tenant, $"s{i}"))));

        Assert.All(results.SelectMany(result => result), result => Assert.Equal(CommitResult.Saved, result));
        Assert.Equal(160, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns"));
    }

    [DatabaseFact]
    public async Task DisposeAsync_WhatWaits_IsWritten(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var beside = database.Beside();
        var writer = (ITurnWriter)beside.GetService(typeof(ITurnWriter))!;
        var writes = Enumerable.Range(0, 100).Select(i => writer.CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default)).ToList();

        await beside.DisposeAsync();

        Assert.All(await Task.WhenAll(writes), result => Assert.Equal(CommitResult.Saved, result));
        var late = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => writer.CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default));
        Assert.Equal("database_unavailable", late.Code);
    }

    private static async Task<List<CommitResult>> TalkAsync(ITurnWriter writer, TenantKey tenant, string session)
    {
        var head = Sample.Head(session: session);
        var results = new List<CommitResult>();
        for (var seq = 1; seq <= 10; seq++)
        {
            results.Add(await writer.CommitAsync(Sample.Commit(tenant, head with { IsNew = seq == 1 }, seq, seq - 1), default));
        }

        return results;
    }
}
