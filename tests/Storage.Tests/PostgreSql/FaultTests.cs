using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.PostgreSql;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Tests.Turns;
using FlowEngine.Storage.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.PostgreSql;

public sealed class FaultTests
{
    private const string Terminate =
        "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    [PostgreSqlFact]
    public async Task CommitAsync_RowHeldByAnotherProgram_SaysSoAndRecovers()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        await using var beside = database.Beside(postgreSql: new() { LockTimeout = TimeSpan.FromMilliseconds(50) });
        var writer = beside.GetRequiredService<ITurnWriter>();
        var head = Sample.Head();
        await writer.CommitAsync(Sample.Commit(database.Tenant, head), default);
        var next = Sample.Commit(database.Tenant, head with { IsNew = false }, seq: 2, rowVersion: 1);

        using (var holder = database.OpenRaw())
        using (var transaction = holder.BeginTransaction())
        using (var hold = holder.CreateCommand())
        {
            hold.CommandText = "SELECT id FROM ai_conversations WHERE tenant_id = 1 FOR UPDATE";
            hold.ExecuteNonQuery();
            var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => writer.CommitAsync(next, default));
            Assert.Equal("database_locked", fault.Code);
        }

        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(next, default));
    }

    [PostgreSqlFact]
    public async Task CommitAndRead_EveryConnectionCut_GoOnWithoutAFault()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        var writer = database.Get<ITurnWriter>();
        var heads = Enumerable.Range(0, 8).Select(_ => Sample.Head()).ToList();
        await Task.WhenAll(heads.Select(head => writer.CommitAsync(Sample.Commit(database.Tenant, head), default)));

        Assert.NotEqual(0, database.Scalar<long>(Terminate));
        var next = Sample.Commit(database.Tenant, heads[0] with { IsNew = false }, seq: 2, rowVersion: 1);
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(next, default));

        Assert.NotEqual(0, database.Scalar<long>(Terminate));
        Assert.NotNull(await database.Get<ITenantReader>().TenantAsync(database.Tenant, default));
    }

    [PostgreSqlFact]
    public async Task Contexts_ConnectionLostBetweenTwoCommands_SayThatTheDatabaseIsUnavailable()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        await using var context = database.Get<ITenantDb>().Open(database.Tenant);
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.Stages.ToListAsync();
        Assert.NotEqual(0, database.Scalar<long>(Terminate));

        var first = await Assert.ThrowsAnyAsync<Exception>(() => context.Stages.ToListAsync());
        var second = await Assert.ThrowsAnyAsync<Exception>(() => transaction.CommitAsync());

        var faults = database.Get<IDatabaseFaults>();
        Assert.Equal(("database_unavailable", "database_unavailable"), (faults.CodeOf(first), faults.CodeOf(second)));
    }

    /// <summary>What the driver throws where the loss of a connection takes away what it is reading from.</summary>
    [PostgreSqlFact]
    public async Task CodeOf_NullReferenceOfTheDriver_IsTheDatabasesFault()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        var faults = database.Get<IDatabaseFaults>();

#pragma warning disable CA2201 // The runtime's exception is what the driver lets through.
        Assert.Equal("database_unavailable", faults.CodeOf(new NullReferenceException { Source = "Npgsql" }));
        Assert.Null(faults.CodeOf(new NullReferenceException { Source = "FlowEngine.Storage" }));
#pragma warning restore CA2201
    }

    [PostgreSqlFact]
    public async Task CommitAsync_CutInTheMiddle_IsWrittenOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        database.Raw("""
            CREATE SEQUENCE cuts;
            CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF nextval('cuts') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); END IF;
              RETURN NULL;
            END $$;
            CREATE TRIGGER cut AFTER INSERT ON tenant_usage FOR EACH ROW EXECUTE FUNCTION cut();
            """);

        var result = await database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default);

        Assert.Equal(CommitResult.Saved, result);
        Assert.Equal(1, database.Scalar<long>("SELECT SUM(turns) FROM tenant_usage"));
        Assert.Equal(2, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversation_messages"));
    }

    [PostgreSqlFact]
    public async Task CommitAsync_LastStatementFails_LeavesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        database.Raw("""
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON tenant_usage FOR EACH ROW EXECUTE FUNCTION full_disk();
            """);

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default));

        Assert.Equal("database_full", fault.Code);
        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns"));
        Assert.Equal(0, database.Get<IWriteQueue>().Length);
    }

    [PostgreSqlFact]
    public async Task ExecuteAsync_BatchThatCannotBeSent_LeavesNoConnectionOnWhichOthersFail()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        await using var beside = database.Beside(";Maximum Pool Size=1");
        var writes = beside.GetRequiredService<ISqlWrites>();
        var good = new SqlWrite("UPDATE tenants SET name = @name WHERE id = @tenant_id", ("name", "good"), ("tenant_id", 1L));
        var before = await BackendAsync(beside);
        await writes.ExecuteAsync([good], default);

        // The first statement is prepared with this batch, of which nothing is sent.
        await Assert.ThrowsAnyAsync<ArgumentException>(() => writes.ExecuteAsync([good, Unsendable("x")], default));

        Assert.Equal([1], await writes.ExecuteAsync([good], default));
        Assert.NotEqual(before, await BackendAsync(beside));
    }

    [PostgreSqlFact]
    public async Task PreparedStatements_UnknownToTheServer_AreSentAgainOnAnotherConnection()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        await using var beside = database.Beside(";Maximum Pool Size=1");
        var (reads, writer) = (beside.GetRequiredService<ISqlReads>(), beside.GetRequiredService<ITurnWriter>());
        var head = Sample.Head();
        for (var seq = 1; seq <= 3; seq++)
        {
            await writer.CommitAsync(Sample.Commit(database.Tenant, head with { IsNew = seq == 1 }, seq, seq - 1), default);
            await beside.GetRequiredService<ITenantReader>().TenantAsync(database.Tenant, default);
        }

        await reads.QueryAsync("DEALLOCATE ALL", [], _ => 0, default);
        Assert.NotNull(await beside.GetRequiredService<ITenantReader>().TenantAsync(database.Tenant, default));
        await reads.QueryAsync("DEALLOCATE ALL", [], _ => 0, default);
        var next = Sample.Commit(database.Tenant, head with { IsNew = false }, 4, 3);
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(next, default));

        Assert.Equal(4, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns"));
    }

    [PostgreSqlFact]
    public async Task QueryAsync_RowThatCannotBeRead_KeepsItsConnection()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        await using var beside = database.Beside(";Maximum Pool Size=1");
        var before = await BackendAsync(beside);

        await Assert.ThrowsAsync<InvalidCastException>(() => beside.GetRequiredService<ISqlReads>()
            .QueryAsync("SELECT 'text'", [], reader => reader.Read() ? reader.GetInt32(0) : 0, default).AsTask());

        Assert.Equal(before, await BackendAsync(beside));
    }

    [PostgreSqlFact]
    public async Task UpAsync_NoCopyCanBeMade_ChangesNothingAndNamesTheWayOn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        database.Raw("DROP TABLE leads");
        await using var beside = database.Beside(postgreSql: new() { BackupFolder = "/nowhere/at/all" });

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => beside.GetRequiredService<SchemaMigrator>().UpAsync(null, default));

        Assert.Contains("--no-backup REASON", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM pg_class WHERE relname = 'leads'"));
    }

    [PostgreSqlFact]
    public async Task UpAsync_SomebodyElsesDatabase_IsRefusedUntouched()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        database.Raw("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE recipes (name text)");

        var result = await database.Get<SchemaMigrator>().UpAsync(null, default);

        Assert.True(result.IsRefused);
        Assert.Equal(["recipes"], result.Before.ForeignTables);
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [PostgreSqlFact]
    public async Task DropAsync_ConnectionLost_IsTakenAgain()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        const string held = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock' AND granted";
        await database.Get<IOrphanedClaims>().DropAsync(default);
        Assert.Equal(1, database.Scalar<long>(held));

        database.Scalar<long>(Terminate);

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (database.Scalar<long>(held) != 1)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    [Theory]
    [InlineData("Host=db.example;Database=flowengine;Username=u;Password=p", true)]
    [InlineData("Data Source=flowengine.db", false)]
    [InlineData("Database=flowengine", false)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    public void IsConnectionString_Text_IsJudged(string text, bool expected) =>
        Assert.Equal(expected, PostgreSqlServices.IsConnectionString(text));

    /// <summary>Half a surrogate pair, as a value that no stored text is: the client cannot write it.</summary>
    private static SqlWrite Unsendable(string name) =>
        new("UPDATE tenants SET name = name WHERE slug = @" + name + " AND id = @tenant_id", (name, '\uD800'), ("tenant_id", 1L));

    private static async Task<int> BackendAsync(IServiceProvider services) => await services.GetRequiredService<ISqlReads>()
        .QueryAsync("SELECT pg_backend_pid()", [], reader => reader.Read() ? reader.GetInt32(0) : 0, default);
}
