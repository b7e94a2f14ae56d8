using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Comparisons;

/// <summary>What a turn asks to be compared waits in its own row until somebody looks at it.</summary>
public sealed class AskedTurnsTests
{
    private const string Waiting = "SELECT COUNT(*) FROM conversation_turns WHERE comparisons IS NOT NULL";
    private const string Rows = "SELECT COUNT(*) FROM parallel_runs";

    [DatabaseFact]
    public async Task CommitAsync_PendingComparison_WaitsInTheTurnAndIsEnteredAsItWas(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var pending = Run("resync") with { ControlMs = 4.5, ControlFirstMs = 1.25 };
        var turn = await CommitAsync(database, [pending, Run("free") with { Result = ComparisonRequest.Skipped, SkippedReason = "overload" }]);

        Assert.Equal(1, database.Scalar<int>(Waiting));
        Assert.Equal("free", database.Scalar<string>("SELECT mode FROM parallel_runs"));
        await EnterAllAsync(database.Get<AskedTurns>(), database);

        Assert.Equal((0, 2), (database.Scalar<int>(Waiting), database.Scalar<int>(Rows)));
        var run = Assert.Single(await database.Get<ComparisonQueue>().OpenAsync(new(database.Tenant, 0), 9, default));
        Assert.Equal((pending.Id, turn.Turn.Id, 1, "live", "v1", "v2", "resync"), (run.Id, run.TurnId, run.Seq, run.Stage, run.AnsweredBy, run.Candidate, run.Mode));
        Assert.Equal((pending.Input, pending.Control, 1), (run.Input, run.Control, run.Attempt));
        Assert.Equal(turn.Change.UpdatedAt, run.CreatedAt);
        var row = Assert.Single(await database.Get<ComparisonStore>().ListAsync(database.Tenant, new(Result: "pending"), null, 9, default));
        Assert.Equal((50, 4.5, 1.25, turn.Turn.Cost?.Amount), (row.Sample, row.ControlMs, row.ControlFirstMs, row.ControlCost));
    }

    [DatabaseFact]
    public async Task EnterAsync_ByTwoProcessesAtOnce_GivesEachOneRow(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var beside = database.Beside();
        for (var i = 0; i < 40; i++)
        {
            await CommitAsync(database, [Run("resync"), Run("free")]);
        }

        Assert.Equal(40, await database.Get<ComparisonQueue>().BacklogAsync(TestDatabase.Instance, 100, default));
        Assert.Equal(7, await database.Get<ComparisonQueue>().BacklogAsync(TestDatabase.Instance, 7, default));
        await Task.WhenAll(
            EnterAllAsync(database.Get<AskedTurns>(), database),
            EnterAllAsync(beside.GetRequiredService<AskedTurns>(), database));

        Assert.Equal((0, 80), (database.Scalar<int>(Waiting), database.Scalar<int>(Rows)));
    }

    [DatabaseFact]
    public async Task OpenAsync_TurnWhoseTurnBeforeIsNotEntered_IsNotOpen(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var first = await CommitAsync(database, [Run("resync")]);
        await CommitAsync(database, [Run("resync")], first);
        for (var i = 0; i < 40; i++)
        {
            await CommitAsync(database, [Run("resync")]);
        }

        // As by a process whose clock is ahead: the second turn is among the oldest, the first is not.
        database.Raw("UPDATE conversation_turns SET started_at = (SELECT MAX(updated_at) FROM ai_conversations) WHERE seq = 1");
        var queue = database.Get<ComparisonQueue>();
        var open = await queue.OpenAsync(new(database.Tenant, 0), 100, default);
        var rest = await queue.OpenAsync(new(database.Tenant, 0), 100, default);

        Assert.Equal("1", database.Scalar<object>("SELECT COUNT(*) FROM parallel_runs WHERE seq = 2")!.ToString());
        Assert.All([.. open, .. rest], run => Assert.Equal(1, run.Seq));
        Assert.Equal(41, rest.Count);
    }

    [DatabaseFact]
    public async Task EnterAsync_TextThatNobodyCanRead_IsAnAbandonedComparison(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, [Run("resync")]);
        database.Raw("UPDATE conversation_turns SET comparisons = '{\"runs\":'");

        await EnterAllAsync(database.Get<AskedTurns>(), database);

        Assert.Equal(0, database.Scalar<int>(Waiting));
        var row = Assert.Single(await database.Get<ComparisonStore>().ListAsync(database.Tenant, new(), null, 9, default));
        Assert.Equal(("abandoned", "unreadable", "v2", "v1"), (row.Result, row.SkippedReason, row.AnsweredBy, row.Candidate));
    }

    [DatabaseFact]
    public async Task EnterAsync_ComparisonThatHasARowAlready_IsNotAddedAgain(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, [Run("resync")]);
        database.Raw("UPDATE conversation_turns SET trace = comparisons");
        await EnterAllAsync(database.Get<AskedTurns>(), database);
        database.Raw("UPDATE conversation_turns SET comparisons = trace");

        await EnterAllAsync(database.Get<AskedTurns>(), database);

        Assert.Equal((0, 1), (database.Scalar<int>(Waiting), database.Scalar<int>(Rows)));
    }

    [DatabaseFact]
    public async Task CountAsync_OfAWindow_CountsTheTenantsTurnsThatWaitAndWritesNothing(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, [Run("resync"), Run("free")]);
        var turn = await CommitAsync(database, [Run("resync")]);
        var asked = database.Get<AskedTurns>();
        var at = turn.Turn.StartedAt;

        Assert.Equal(2, await asked.CountAsync(database.Tenant, at, at.AddDays(1), default));
        Assert.Equal(0, await asked.CountAsync(database.Tenant, at.AddDays(-1), at, default));
        Assert.Equal(0, await asked.CountAsync(database.Other, at, at.AddDays(1), default));
        Assert.Equal(2, database.Scalar<int>(Waiting));
    }

    [DatabaseFact]
    public async Task StreamAsync_OfATurnThatWasRunAgainstItselfToo_HasTheControlsTimeUnderTheSameConditions(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, [Run("resync"), Run("free"), Run("resync") with { Candidate = "v1", Sample = 5 }]);
        await CommitAsync(database, [Run("resync"), Run("resync") with { Candidate = "v1" }]);
        await EnterAllAsync(database.Get<AskedTurns>(), database);
        database.Raw("UPDATE parallel_runs SET result = 'matched', candidate_ms = 30, candidate_first_ms = 3 WHERE candidate = 'v2'");
        database.Raw("UPDATE parallel_runs SET result = 'matched', candidate_ms = 20, candidate_first_ms = 2 WHERE candidate = 'v1' AND sample = 5");
        database.Raw("UPDATE parallel_runs SET result = 'candidate_failed', candidate_ms = 1 WHERE candidate = 'v1' AND sample <> 5");

        var rows = new List<ComparisonRow>();
        await foreach (var row in database.Get<ComparisonStore>().StreamAsync(database.Tenant, new(), default))
        {
            rows.Add(row);
        }

        Assert.Equal(5, rows.Count);
        var again = Assert.Single(rows, row => row.AgainMs is not null);
        Assert.Equal(("v2", "resync", 20.0, 2.0, 5.0), (again.Candidate, again.Mode, again.AgainMs, again.AgainFirstMs, again.AgainSample));
    }

    private static async Task EnterAllAsync(AskedTurns asked, TestDatabase database)
    {
        while (await asked.EnterAsync(database.Tenant, default) == AskedTurns.Batch)
        {
            // More may wait.
        }
    }

    private static ComparisonRequest Run(string mode) => new(Guid.CreateVersion7(), "v1", "v2", mode, 50, ComparisonRequest.Pending)
    {
        Input = """{"message":"Çay \"demli\" olsun"}""", Control = """{"engine":"v1","messages":[]}""",
    };

    /// <param name="before">The turn before in the same conversation; null begins another.</param>
    private static async Task<TurnCommit> CommitAsync(TestDatabase database, IReadOnlyList<ComparisonRequest> runs, TurnCommit? before = null)
    {
        var commit = before is null
            ? Sample.Commit(database.Tenant, Sample.Head())
            : Sample.Commit(database.Tenant, before.Conversation with { IsNew = false }, before.Turn.Seq + 1, rowVersion: before.Turn.Seq);
        commit = commit with { Comparisons = runs };
        Assert.Equal(CommitResult.Saved, await database.Get<ITurnWriter>().CommitAsync(commit, default));
        return commit;
    }
}
