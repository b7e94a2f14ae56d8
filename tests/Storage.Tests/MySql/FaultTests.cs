using FlowEngine.Chat.Queues;
using FlowEngine.Chat.Tenants;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.MySql;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Tests.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.MySql;

public sealed class FaultTests
{
    private const string Others = "FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()";

    private const string OpenTransactions = $"SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_mysql_thread_id IN (SELECT id {Others})";

    [MySqlFact]
    public async Task CommitAsync_RowHeldByAnotherProgram_SaysSoAndRecovers()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        await using var beside = database.Beside(postgreSql: new() { LockTimeout = TimeSpan.FromSeconds(1) });
        var writer = beside.GetRequiredService<ITurnWriter>();
        var head = Sample.Head();
        await writer.CommitAsync(Sample.Commit(database.Tenant, head), default);
        var next = Sample.Commit(database.Tenant, head with { IsNew = false }, seq: 2, rowVersion: 1);

        using (var holder = database.OpenRaw())
        using (var transaction = holder.BeginTransaction())
        using (var hold = holder.CreateCommand())
        {
            hold.Transaction = transaction;
            hold.CommandText = "SELECT id FROM ai_conversations WHERE tenant_id = 1 FOR UPDATE";
            hold.ExecuteNonQuery();
            var fault = await Assert.ThrowsAsync<StorageUnavailableException>(() => writer.CommitAsync(next, default));
            Assert.Equal("database_locked", fault.Code);
        }

        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(next, default));
    }

    [MySqlFact]
    public async Task CommitAndRead_EveryConnectionCut_GoOnWithoutAFault()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        var writer = database.Get<ITurnWriter>();
        var heads = Enumerable.Range(0, 8).Select(_ => Sample.Head()).ToList();
        await Task.WhenAll(heads.Select(head => writer.CommitAsync(Sample.Commit(database.Tenant, head), default)));

        Assert.NotEqual(0, Cut(database));
        var next = Sample.Commit(database.Tenant, heads[0] with { IsNew = false }, seq: 2, rowVersion: 1);
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(next, default));

        Assert.NotEqual(0, Cut(database));
        Assert.NotNull(await database.Get<ITenantReader>().TenantAsync(database.Tenant, default));
    }

    [MySqlFact]
    public async Task Contexts_ConnectionLostBetweenTwoCommands_SayThatTheDatabaseIsUnavailable()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        await using var context = database.Get<ITenantDb>().Open(database.Tenant);
        await using var transaction = await context.Database.BeginTransactionAsync();
        await context.Stages.ToListAsync();
        Assert.NotEqual(0, Cut(database));

        var first = await Assert.ThrowsAnyAsync<Exception>(() => context.Stages.ToListAsync());
        var second = await Assert.ThrowsAnyAsync<Exception>(() => transaction.CommitAsync());

        var faults = database.Get<IDatabaseFaults>();
        Assert.Equal(("database_unavailable", "database_unavailable"), (faults.CodeOf(first), faults.CodeOf(second)));
    }

    /// <summary>What the driver throws where the loss of a connection takes away what it is reading from.</summary>
    [MySqlFact]
    public async Task CodeOf_NullReferenceOfTheDriver_IsTheDatabasesFault()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        var faults = database.Get<IDatabaseFaults>();

#pragma warning disable CA2201 // The runtime's exception is what the driver lets through.
        Assert.Equal("database_unavailable", faults.CodeOf(new NullReferenceException { Source = "MySqlConnector" }));
        Assert.Null(faults.CodeOf(new NullReferenceException { Source = "FlowEngine.Storage" }));
#pragma warning restore CA2201
    }

    [MySqlFact]
    public async Task CommitAsync_CutInTheMiddle_IsWrittenOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        database.Raw("CREATE TRIGGER cut AFTER INSERT ON tenant_usage FOR EACH ROW DO GET_LOCK(DATABASE(), 60)");
        Task<CommitResult> commit;
        using (var holder = database.OpenRaw())
        {
            using var hold = holder.CreateCommand();
            hold.CommandText = "SELECT GET_LOCK(DATABASE(), 0)";
            Assert.Equal(1, Convert.ToInt32(hold.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));
            commit = database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default);
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (database.Scalar<long>($"SELECT COUNT(*) {Others} AND state = 'User lock'") == 0)
            {
                await Task.Delay(20, patience.Token);
            }

            database.Raw($"KILL {database.Scalar<long>($"SELECT id {Others} AND state = 'User lock'")}");
        }

        Assert.Equal(CommitResult.Saved, await commit);
        Assert.Equal(1, database.Scalar<long>("SELECT SUM(turns) FROM tenant_usage"));
        Assert.Equal(2, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversation_messages"));
    }

    [MySqlFact]
    public async Task CommitAsync_LastStatementFails_LeavesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        database.Raw("""
            CREATE TRIGGER full_disk BEFORE INSERT ON tenant_usage FOR EACH ROW
            SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'The table is full'
            """);
        var writer = database.Get<ITurnWriter>();

        var fault = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => writer.CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default));

        Assert.Equal("database_full", fault.Code);
        AssertNothingIsLeft(database);
        Assert.Equal(0, database.Get<IWriteQueue>().Length);

        database.Raw("DROP TRIGGER full_disk");
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(Sample.Commit(database.Tenant, Sample.Head()), default));
        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations"));
    }

    [MySqlFact]
    public async Task CommitAsync_ClaimIsGone_ConflictsAndLeavesNothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        var commit = Sample.Commit(database.Tenant, Sample.Head());

        var result = await database.Get<ITurnWriter>().CommitAsync(
            commit with { Turn = Sample.Turn(1, Guid.CreateVersion7(), claimed: true) }, default);

        Assert.Equal(CommitResult.Conflict, result);
        AssertNothingIsLeft(database);
    }

    [MySqlFact]
    public async Task UpAsync_NoCopyCanBeMade_ChangesNothingAndNamesTheWayOn()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.MySql);
        database.Raw("DROP TABLE leads");
        await using var beside = database.Beside(postgreSql: new() { BackupFolder = "/nowhere/at/all" });

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => beside.GetRequiredService<SchemaMigrator>().UpAsync(null, default));

        Assert.Contains("--no-backup REASON", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, database.Scalar<long>(
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'leads'"));
    }

    [Theory]
    [InlineData("Server=db.example;Database=flowengine;User ID=u;Password=p", true)]
    [InlineData("Data Source=flowengine.db", false)]
    [InlineData("Server=db.example;User ID=u", false)]
    [InlineData("nonsense", false)]
    [InlineData("", false)]
    public void IsConnectionString_Text_IsJudged(string text, bool expected) =>
        Assert.Equal(expected, MySqlServices.IsConnectionString(text));

    /// <summary>Neither rows nor a transaction that nobody ends.</summary>
    private static void AssertNothingIsLeft(TestDatabase database)
    {
        foreach (var table in (string[])["ai_conversations", "conversation_turns", "ai_conversation_messages", "audit_logs", "tenant_usage"])
        {
            Assert.Equal(0, database.Scalar<long>($"SELECT COUNT(*) FROM {table}"));
        }

        Assert.Equal(0, database.Scalar<long>(OpenTransactions));
    }

    private static int Cut(TestDatabase database)
    {
        var ids = database.Query($"SELECT id {Others}", row => row.GetInt64(0));
        foreach (var id in ids)
        {
            database.Raw($"KILL {id}");
        }

        return ids.Count;
    }
}
