using System.Globalization;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Projection;
using FlowEngine.Storage.Sealing;
using FlowEngine.Storage.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Projection;

public sealed class ProjectionTests
{
    private const string Rollups = "SELECT COALESCE(SUM(turns), 0) FROM turn_hours WHERE tenant_id = 1";

    [DatabaseFact]
    public async Task RunAsync_CommittedTurns_AreAuditedAndSummedOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, turns: 3, failed: 1);
        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM audit_logs"));
        var projector = database.Get<TurnProjector>();

        Assert.Equal(3, await projector.RunAsync(TestDatabase.Instance, default));
        Assert.Equal(0, await projector.RunAsync(TestDatabase.Instance, default));

        Assert.Equal(
            ["failure node_failed 12", "success - 12", "success - 12"],
            database.Query(
                "SELECT status, COALESCE(code, '-'), duration_ms FROM audit_logs WHERE tenant_id = 1 AND action = 'chat.message_sent' AND turn_id IS NOT NULL",
                row => $"{row.GetString(0)} {row.GetString(1)} {row.GetInt32(2)}").Order(StringComparer.Ordinal));
        Assert.Equal(3, database.Scalar<long>(Rollups));
        Assert.Equal(3, database.Scalar<long>("SELECT COUNT(*) FROM chat_analytics"));
        Assert.Equal("6|3|38|1", database.Query(
            "SELECT SUM(messages), SUM(cost_units) / 1000000, SUM(duration_ms), MAX(CASE WHEN outcome = 'node_failed' THEN turns END) FROM turn_hours",
            row => string.Join('|', Enumerable.Range(0, 4).Select(at => Convert.ToInt64(row.GetValue(at), CultureInfo.InvariantCulture)))).Single());
    }

    [DatabaseFact]
    public async Task RunAsync_SeveralProcesses_OneAtATimeAndNothingTwice(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, turns: 5);
        await using var beside = database.Beside();
        var (first, second) = (database.Get<TurnProjector>(), beside.GetRequiredService<TurnProjector>());

        Assert.Equal(5, await first.RunAsync(TestDatabase.Instance, default));
        Assert.Null(await second.RunAsync(TestDatabase.Instance, default));

        // The first is killed: its lease runs out, and what it did stays as it is.
        database.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(0, await second.RunAsync(TestDatabase.Instance, default));
        Assert.Equal((5, 5), (database.Scalar<long>(Rollups), database.Scalar<long>("SELECT COUNT(*) FROM audit_logs")));
    }

    [DatabaseTheory]
    [InlineData("audit_logs")]
    [InlineData("turn_hours")]
    public async Task RunAsync_BrokenOffInABatch_LeavesNothingHalfDone(string on, string table)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, turns: 4);
        database.Raw($"ALTER TABLE {table} RENAME TO away");

        await Assert.ThrowsAnyAsync<Exception>(() => database.Get<TurnProjector>().RunAsync(TestDatabase.Instance, default));
        database.Raw($"ALTER TABLE away RENAME TO {table}");
        Assert.Equal((0, 0), (database.Scalar<long>(Rollups), database.Scalar<long>("SELECT COUNT(*) FROM audit_logs")));

        Assert.Equal(4, await database.Get<TurnProjector>().RunAsync(TestDatabase.Instance, default));
        Assert.Equal((4, 4), (database.Scalar<long>(Rollups), database.Scalar<long>("SELECT COUNT(*) FROM audit_logs")));
    }

    [DatabaseFact]
    public async Task LagAsync_TurnsThatWait_IsTheirOldests(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var projector = database.Get<TurnProjector>();
        Assert.Null(await projector.LagAsync(TestDatabase.Instance, default));
        await projector.RunAsync(TestDatabase.Instance, default);
        await CommitAsync(database, turns: 2);
        database.Clock.Now = TestDatabase.Now.AddSeconds(31);

        Assert.Equal(TimeSpan.FromSeconds(30), await projector.LagAsync(TestDatabase.Instance, default));
        await projector.RunAsync(TestDatabase.Instance, default);
        Assert.Equal(TimeSpan.Zero, await projector.LagAsync(TestDatabase.Instance, default));
    }

    [DatabaseFact]
    public async Task Rollups_ConversationsErased_StayAsTheyWere(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, turns: 3);
        await database.Get<TurnProjector>().RunAsync(TestDatabase.Instance, default);

        database.Raw("DELETE FROM ai_conversation_messages; DELETE FROM conversation_turns; DELETE FROM ai_conversations");
        Assert.Equal(0, await database.Get<TurnProjector>().RunAsync(TestDatabase.Instance, default));

        Assert.Equal(3, database.Scalar<long>(Rollups));
    }

    [DatabaseFact]
    public async Task VerifyAsync_SealedAudit_HoldsUntilARowIsTouched(string on)
    {
        await using var database = await SealedAsync(on);
        var verifier = database.Get<AuditVerifier>();
        var sound = await verifier.VerifyAsync(TestDatabase.Instance, null, default);
        Assert.Equal((1, 3), (sound.Seals, sound.Entries));
        Assert.Empty(sound.Faults);

        database.Raw("UPDATE audit_logs SET actor = 'somebody else' WHERE turn_id IS NOT NULL AND id = (SELECT m FROM (SELECT MIN(id) AS m FROM audit_logs) AS first)");
        Assert.Equal("a row was changed", Assert.Single((await verifier.VerifyAsync(TestDatabase.Instance, 1, default)).Faults).Problem);
        Assert.Empty((await verifier.VerifyAsync(TestDatabase.Instance, 2, default)).Faults);
    }

    [DatabaseTheory]
    [InlineData("DELETE FROM audit_logs WHERE id = (SELECT m FROM (SELECT MAX(id) AS m FROM audit_logs) AS last)", "2 rows instead of 3")]
    [InlineData("UPDATE audit_seals SET root = chain", "the seal does not follow the one before it; a row was changed")]
    public async Task VerifyAsync_RowsOrSealsTouched_AreNamed(string on, string sql, string problems)
    {
        await using var database = await SealedAsync(on);
        database.Raw(sql);

        var verdict = await database.Get<AuditVerifier>().VerifyAsync(TestDatabase.Instance, null, default);

        Assert.Equal(problems, string.Join("; ", verdict.Faults.Select(fault => fault.Problem)));
    }

    [DatabaseFact]
    public async Task DropAsync_OldTurnsAndAudit_GoAndWhatIsLeftStillVerifies(string on)
    {
        await using var database = await SealedAsync(on);
        var retention = database.Get<TurnRetention>();
        var days = new RetentionLimits(TimeSpan.FromDays(30), TimeSpan.FromDays(400), TimeSpan.FromDays(400));
        await CommitAsync(database, turns: 1);

        await retention.DropAsync(days, TestDatabase.Instance, TestDatabase.Now.AddDays(31), default);
        Assert.Equal((0, 4), (
            database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns WHERE trace IS NOT NULL"),
            database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns")));

        await retention.DropAsync(days, TestDatabase.Instance, TestDatabase.Now.AddDays(401), default);
        Assert.Equal((2, 0), (database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns"), database.Scalar<long>("SELECT COUNT(*) FROM audit_logs")));
        Assert.Equal(3, database.Scalar<long>(Rollups));
        Assert.Empty((await database.Get<AuditVerifier>().VerifyAsync(TestDatabase.Instance, null, default)).Faults);
    }

    /// <summary>Three turns of one conversation, projected and sealed.</summary>
    private static async Task<TestDatabase> SealedAsync(string on)
    {
        var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, turns: 3);
        database.Clock.Now = TestDatabase.Now.AddMinutes(10);
        await database.Get<TurnProjector>().RunAsync(TestDatabase.Instance, default);
        Assert.Equal(3, await database.Get<AuditSealer>().RunAsync(TestDatabase.Instance, default));
        Assert.Equal(0, await database.Get<AuditSealer>().RunAsync(TestDatabase.Instance, default));
        return database;
    }

    private static async Task CommitAsync(TestDatabase database, int turns, int failed = 0)
    {
        var head = Sample.Head();
        for (var seq = 1; seq <= turns; seq++)
        {
            var commit = Sample.Commit(database.Tenant, head with { IsNew = seq == 1 }, seq, seq - 1);
            commit = commit with { Turn = commit.Turn with { FailureCode = seq <= failed ? "node_failed" : null } };
            Assert.Equal(CommitResult.Saved, await database.Get<ITurnWriter>().CommitAsync(commit, default));
        }
    }
}
