using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Stages;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class StorageFaultTests
{
    [Fact]
    public async Task CommitAsync_Locked_SaysSoAndRecovers()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite, options => options with { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        using (var holder = database.OpenRaw())
        {
            using var begin = holder.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
            Assert.Equal("database_locked", await CodeAsync(database.Get<ITurnWriter>(), database.Tenant));
        }

        await AssertWritesAsync(database, conversations: 1);
    }

    [DatabaseFact]
    public async Task CommitAsync_ReadOnly_SaysSoAndStillReads(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await AssertWritesAsync(database, conversations: 1);
        await using var beside = await database.ReadOnlyBesideAsync();

        Assert.Equal("database_read_only", await CodeAsync(beside.GetRequiredService<ITurnWriter>(), database.Tenant));
        Assert.NotNull(await beside.GetRequiredService<ITenantReader>().TenantAsync(database.Tenant, default));
        await AssertWritesAsync(database, conversations: 2);
    }

    [Fact]
    public async Task CommitAsync_Full_FailsThoseThatDoNotFitAlone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite, options => options with { MaxPages = 160 });
        var writer = database.Get<ITurnWriter>();
        var big = Sample.Commit(database.Tenant, Sample.Head());
        big = big with { Turn = big.Turn with { Trace = new string('x', 4_000_000) } };

        var tooBig = writer.CommitAsync(big, default);
        var small = writer.CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default);

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => tooBig);
        Assert.Equal("database_full", fault.Code);
        Assert.Equal(CommitResult.Saved, await small);
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
        Assert.Equal(2, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversation_messages"));
        await AssertWritesAsync(database, conversations: 2);
    }

    [Fact]
    public async Task CommitAsync_FileGone_SaysSoAndRecovers()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        await AssertWritesAsync(database, conversations: 1);
        var elsewhere = database.FilePath + ".moved";
        database.Raw("PRAGMA wal_checkpoint(TRUNCATE)");
        File.Move(database.FilePath, elsewhere);

        Assert.Equal("database_unavailable", await CodeAsync(database.Get<ITurnWriter>(), database.Tenant));
        var read = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => database.Get<ITenantReader>().TenantAsync(database.Tenant, default));
        Assert.Equal("database_unavailable", read.Code);
        Assert.False(File.Exists(database.FilePath));

        File.Move(elsewhere, database.FilePath);
        await AssertWritesAsync(database, conversations: 2);
    }

    [Fact]
    public async Task StatusAsync_FirstPageOfTheServedFileOverwritten_SaysThatItIsDamaged()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        await AssertWritesAsync(database, conversations: 1);
        database.Raw("PRAGMA wal_checkpoint(TRUNCATE)");
        await using (var file = new FileStream(database.FilePath, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Write(new byte[100]);
        }

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => database.Get<SchemaMigrator>().StatusAsync(default));

        Assert.IsType<DatabaseDamagedException>(fault.InnerException);
    }

    [DatabaseFact]
    public async Task TenantAsync_NoDatabase_SaysSo(string on)
    {
        await using var database = await TestDatabase.AbsentAsync(on);

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => database.Get<ITenantReader>().TenantAsync(database.Tenant, default));

        Assert.Equal("database_unavailable", fault.Code);
        Assert.False(await database.ExistsAsync());
    }

    [DatabaseFact]
    public async Task SetAsync_ReadOnly_SaysSoFromAContextToo(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var beside = await database.ReadOnlyBesideAsync();
        var stages = beside.GetRequiredService<StageStore>();

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => stages.SetAsync(
                database.Tenant, "first", new(new("off", 100, 0), new("live", 10, 0), null, "op", null, StageEntry.NoEtag), default));

        Assert.Equal("database_read_only", fault.Code);
        Assert.Null(await stages.GetAsync(database.Tenant, default));
    }

    [DatabaseFact]
    public async Task GetAsync_NoDatabase_SaysSoFromAContextToo(string on)
    {
        await using var database = await TestDatabase.AbsentAsync(on);

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => database.Get<StageStore>().GetAsync(database.Tenant, default));

        Assert.Equal("database_unavailable", fault.Code);
    }

    private static async Task<string> CodeAsync(ITurnWriter writer, TenantKey tenant) =>
        (await Assert.ThrowsAsync<StorageUnavailableException>(
            () => writer.CommitAsync(Sample.Commit(tenant, Sample.Head()), default))).Code;

    private static async Task AssertWritesAsync(TestDatabase database, int conversations)
    {
        var result = await database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default);
        Assert.Equal(CommitResult.Saved, result);
        Assert.Equal(conversations, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
    }
}
