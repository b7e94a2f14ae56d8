using FlowEngine.Chat.Stages;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Stages;
using FlowEngine.Storage.Tests.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Sqlite;

/// <summary>The file at the path is another one than a moment ago: that one is read and written, or nobody is told that it was.</summary>
public sealed class ReplacedFileTests
{
    public static TheoryData<string> Ways => new("deleted", "renamed over", "moved away", "deleted with its sidecars");

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Writes_AfterABackupWasPutInPlace_AreInTheFileAtThePath(string way)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        await WriteAsync(database, 3);
        var backup = Backup(database.FilePath);
        await WriteAsync(database, 40);
        await StageAsync(database, "live");
        var replaced = 0;
        database.Get<DatabaseGeneration>().Replaced += (_, _) => replaced++;

        Replace(database.FilePath, backup, way);
        await WriteAsync(database, 20);

        // The rows of the file before are not there, neither in the file nor by way of what it left beside it.
        Assert.Equal(23, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
        Assert.Equal("ok", database.Scalar<string>("PRAGMA integrity_check"));
        Assert.Null(await database.Get<StageStore>().GetAsync(database.Tenant, default));
        await StageAsync(database, "shadow");
        Assert.Equal("shadow", database.Scalar<string>("SELECT stage FROM tenant_stages"));
        Assert.Equal(1, replaced);
    }

    [Fact]
    public async Task Writes_WhileTheFileIsGone_AreRefused_AndTheSameFileIsTakenAgain()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        await WriteAsync(database, 3);

        File.Move(database.FilePath, database.FilePath + ".away");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => WriteAsync(database, 1));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => StageAsync(database, "live"));
        File.Move(database.FilePath + ".away", database.FilePath);

        // What it had not yet copied out of its -wal is still there.
        await WriteAsync(database, 1);
        Assert.Equal(4, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
    }

    [Fact]
    public async Task Writes_AfterALinkWasSwitched_AreInTheFileThatItLeadsTo_AndTheOtherOneKeepsItsOwn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        var (first, second, link) = (database.FilePath + ".first", database.FilePath + ".second", database.FilePath + ".current");
        File.Copy(Backup(database.FilePath), first);
        File.Copy(Backup(database.FilePath), second);
        File.CreateSymbolicLink(link, first);
        await using (var beside = database.Beside($";Data Source={link}"))
        {
            await WriteAsync(beside.GetRequiredService<ITurnWriter>(), database, 5);

            File.CreateSymbolicLink(link + ".new", second);
            File.Move(link + ".new", link, overwrite: true);
            await WriteAsync(beside.GetRequiredService<ITurnWriter>(), database, 7);
        }

        Assert.Equal((5, 7), (Count(first), Count(second)));
    }

    [Fact]
    public async Task WhatTheFileBeforeLeft_IsNotReadIntoTheNewOne_ThoughOnlyContextsUsedIt()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        var backup = Backup(database.FilePath);
        await StageAsync(database, "live");

        Replace(database.FilePath, backup, "deleted");

        Assert.Null(await database.Get<StageStore>().GetAsync(database.Tenant, default));
        Assert.NotEmpty(Directory.GetFiles(Path.GetDirectoryName(database.FilePath)!, Path.GetFileName(database.FilePath) + "-wal.replaced-*"));
    }

    [Fact]
    public async Task AFileOfAnotherSchema_IsRefused_UntilItIsMigrated()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        var backup = Backup(database.FilePath);
        Execute(backup, "DROP TABLE leads");
        await WriteAsync(database, 2);

        Replace(database.FilePath, backup, "deleted");
        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => WriteAsync(database, 1));
        Assert.Equal("database_unavailable", fault.Code);
        Assert.Contains("run 'migrate up'", fault.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(SchemaState.Behind, (await database.Get<SchemaMigrator>().StatusAsync(default)).State);
        Assert.Equal(0, Count(database.FilePath));

        await using (var beside = database.Beside())
        {
            await beside.GetRequiredService<SchemaMigrator>().UpAsync("a test", default);
        }

        await Task.Delay(TimeSpan.FromSeconds(1.1));
        await WriteAsync(database, 1);
        Assert.Equal(1, Count(database.FilePath));
    }

    [Fact]
    public async Task AFileThatIsNoDatabase_IsRefused_AndTheNextOneIsTaken()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        var backup = Backup(database.FilePath);
        await WriteAsync(database, 2);
        File.Delete(database.FilePath);
        await File.WriteAllTextAsync(database.FilePath, new string('x', 8_192));

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => WriteAsync(database, 1));
        Assert.Equal("database_unavailable", fault.Code);

        File.Move(backup, database.FilePath, overwrite: true);
        await WriteAsync(database, 1);
        Assert.Equal(1, Count(database.FilePath));
    }

    [Fact]
    public async Task WritesUnderWay_WhenTheFileIsReplaced_AreInTheFileOrRefused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.Sqlite);
        var backup = Backup(database.FilePath);
        var saved = 0;
        var writing = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                try
                {
                    await WriteAsync(database, 1);
                    Interlocked.Increment(ref saved);
                }
                catch (StorageUnavailableException)
                {
                    // Refused: it counts nowhere.
                }
            }
        })).ToList();
        while (Volatile.Read(ref saved) < 200)
        {
            await Task.Delay(1);
        }

        var before = Volatile.Read(ref saved);
        Replace(database.FilePath, backup, "renamed over");
        var after = Volatile.Read(ref saved);
        await Task.WhenAll(writing);

        // Each of eight writers may have had one answer on its way when the file was replaced.
        var stored = database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations");
        Assert.InRange(stored, saved - after - 8, saved - before + 8);
        Assert.InRange(stored, 100, 800);
    }

    private static async Task WriteAsync(TestDatabase database, int conversations) =>
        await WriteAsync(database.Get<ITurnWriter>(), database, conversations);

    private static async Task WriteAsync(ITurnWriter writer, TestDatabase database, int conversations)
    {
        for (var i = 0; i < conversations; i++)
        {
            Assert.Equal(CommitResult.Saved, await writer.CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default));
        }
    }

    private static Task<StageEntry?> StageAsync(TestDatabase database, string stage) => database.Get<StageStore>().SetAsync(
        database.Tenant, "first", new(new("off", 100, 0), new(stage, 100, 0), "a test", "op", null, StageEntry.NoEtag), default);

    private static string Backup(string file)
    {
        var backup = $"{file}.{Guid.NewGuid():N}";
        Execute(file, $"VACUUM INTO '{backup}'");
        return backup;
    }

    private static void Replace(string file, string backup, string way)
    {
        switch (way)
        {
            case "deleted":
                File.Delete(file);
                File.Copy(backup, file);
                break;
            case "deleted with its sidecars":
                File.Delete(file);
                File.Delete(file + "-wal");
                File.Delete(file + "-shm");
                File.Copy(backup, file);
                break;
            case "moved away":
                File.Move(file, file + ".old");
                File.Copy(backup, file);
                break;
            default:
                File.Move(backup, file, overwrite: true);
                break;
        }
    }

    private static long Count(string file)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM ai_conversations";
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }
}
