using FlowEngine.Chat.Limits;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class UsageTests
{
    private static readonly DateOnly s_day = new(2026, 11, 22);

    [DatabaseFact]
    public async Task CommitAsync_ManyWritersAndTwoProcesses_AddUpExactly(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var beside = database.Beside();
        var writers = new[] { database.Get<ITurnWriter>(), (ITurnWriter)beside.GetService(typeof(ITurnWriter))! };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => TalkAsync(writers[i % 2], database.Tenant, $"s{i}"))));

        // 0.1 a turn: added up as floating point, it would not be 20.
        Assert.Equal(new UsageTotals(200, 2000, 400, 20m, "USD", 0), await DayAsync(database));
        Assert.Equal(20, database.Scalar<long>(
            "SELECT COUNT(*) FROM ai_conversations WHERE used_input_tokens = 100 AND used_output_tokens = 20 AND used_cost_units = 1000000000"));
    }

    [DatabaseFact]
    public async Task CommitAsync_LostTurnsAndRepeats_AreNotCounted(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        var claim = Sample.Claim(database.Tenant, head);
        await writer.ClaimAsync(claim, default);
        var commit = Spending(Sample.Commit(database.Tenant, head) with { Turn = Sample.Turn(1, claim.TurnId, claimed: true) });

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => writer.CommitAsync(commit, default)));
        var again = await writer.ClaimAsync(Sample.Claim(database.Tenant, Sample.Head()), default);

        Assert.Single(results, CommitResult.Saved);
        Assert.IsType<ClaimResult.Answered>(again);
        Assert.Equal(new UsageTotals(1, 10, 2, 0.1m, "USD", 0), await DayAsync(database));
    }

    [DatabaseFact]
    public async Task CommitAsync_UnknownPriceOrOtherCurrency_IsCountedAsUnknown(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        TurnSpending[] turns =
        [
            new(s_day, 5, 5, null, IsUnpriced: true, IsLimited: true),
            new(s_day, 5, 5, new(0.25m, "USD", "v1"), IsUnpriced: false, IsLimited: true),
            new(s_day, 5, 5, new(9m, "EUR", "v1"), IsUnpriced: false, IsLimited: true),
            new(s_day, 5, 5, new(0.5m, "USD", "v1"), IsUnpriced: true, IsLimited: true),
            new(s_day, 0, 0, null, IsUnpriced: false, IsLimited: true),
        ];
        foreach (var (index, spending) in turns.Index())
        {
            var commit = Sample.Commit(database.Tenant, head with { IsNew = index == 0 }, index + 1, index) with { Spending = spending };
            Assert.Equal(CommitResult.Saved, await writer.CommitAsync(commit, default));
        }

        var expected = new UsageTotals(5, 20, 20, 0.75m, "USD", 3);
        Assert.Equal(expected, await DayAsync(database));
        Assert.Equal(expected, (await database.Get<ITurnReader>().ConversationAsync(database.Tenant, head.PublicId, default))!.Used);
    }

    [DatabaseFact]
    public async Task UsageAsync_OtherTenantInstanceOrDay_IsItsOwn(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        await writer.CommitAsync(Spending(Sample.Commit(database.Tenant, Sample.Head())), default);
        var reader = database.Get<IDayUsage>();

        Assert.Equal(UsageTotals.None, await reader.UsageAsync(database.Other, s_day, default));
        Assert.Equal(UsageTotals.None, await reader.UsageAsync(database.Tenant with { InstanceId = "another" }, s_day, default));
        Assert.Equal(UsageTotals.None, await reader.UsageAsync(database.Tenant, s_day.AddDays(1), default));
    }

    [DatabaseFact]
    public async Task CommitAsync_DayWithoutALimit_WritesNoTotals(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);

        await database.Get<ITurnWriter>().CommitAsync(Spending(Sample.Commit(database.Tenant, Sample.Head()), isLimited: false), default);

        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM tenant_usage"));
        Assert.Equal(UsageTotals.None with { Turns = 1 }, (await CountAsync(database)) with { InputTokens = 0, OutputTokens = 0, Cost = 0, Currency = null });
    }

    [DatabaseFact]
    public async Task CommitAsync_ConversationsOfOneTenant_AddToSeveralRows(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => TalkAsync(writer, database.Tenant, $"s{i}", turns: 1)));

        Assert.InRange(database.Scalar<long>("SELECT COUNT(*) FROM tenant_usage"), 5, 16);
        Assert.Equal(64, (await DayAsync(database)).Turns);
    }

    [DatabaseFact]
    public async Task FillUpAsync_TurnsBeforeTheLimit_CountOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (writer, usage) = (database.Get<ITurnWriter>(), database.Get<IDayUsage>());
        var head = Sample.Head();
        var other = Sample.Head(session: "s2");
        foreach (var (at, seq) in new[] { (head, 1), (other, 1), (head, 2) })
        {
            var commit = Priced(Sample.Commit(database.Tenant, at with { IsNew = seq == 1 }, seq, seq - 1), isLimited: false);
            Assert.Equal(CommitResult.Saved, await writer.CommitAsync(commit, default));
        }

        await FillUpAsync(usage, database);
        await writer.CommitAsync(Priced(Sample.Commit(database.Tenant, head with { IsNew = false }, 3, 2), isLimited: true), default);
        var expected = new UsageTotals(4, 40, 8, 0.4m, "USD", 0);
        Assert.Equal(expected, await DayAsync(database));

        // The limit was gone for one turn; two processes see it come back.
        await writer.CommitAsync(Priced(Sample.Commit(database.Tenant, head with { IsNew = false }, 4, 3), isLimited: false), default);
        await FillUpAsync(usage, database);
        await FillUpAsync(usage, database);
        Assert.Equal(new UsageTotals(5, 50, 10, 0.5m, "USD", 0), await DayAsync(database));
        Assert.Equal(await DayAsync(database), await CountAsync(database));
    }

    [DatabaseFact]
    public async Task CountAsync_TurnsWhoseCostIsKnownInPartOrThatAreFree_CountAsInTheSlots(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        (ModelCost? Cost, ModelCost? Priced, bool IsUnpriced)[] turns =
        [
            (new(0.25m, "USD", "v1"), new(0.25m, "USD", "v1"), false),
            (null, new(0.5m, "USD", "v1"), true),
            (null, null, true),
            (null, null, false),
        ];
        foreach (var (index, (cost, priced, isUnpriced)) in turns.Index())
        {
            var commit = Sample.Commit(database.Tenant, Sample.Head());
            await writer.CommitAsync(
                commit with
                {
                    Turn = commit.Turn with { Model = "m", InputTokens = 10, OutputTokens = 2, Cost = cost },
                    Spending = new(s_day, 10, 2, priced, isUnpriced, IsLimited: true),
                },
                default);
            Assert.Equal(index + 1, (await DayAsync(database)).Turns);
        }

        Assert.Equal(new UsageTotals(4, 40, 8, 0.75m, "USD", 2), await CountAsync(database));
        Assert.Equal(await DayAsync(database), await CountAsync(database));

        // Rows of an earlier version have their whole cost alone.
        database.Raw("UPDATE conversation_turns SET used_cost_units = NULL, used_currency = NULL, is_unpriced = NULL");
        Assert.Equal(new UsageTotals(4, 40, 8, 0.25m, "USD", 3), await CountAsync(database));
    }

    [DatabaseFact]
    public async Task FillUpAsync_WhileTurnsAreSaved_LosesAndDoublesNone(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (writer, usage) = (database.Get<ITurnWriter>(), database.Get<IDayUsage>());
        var talks = Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => TalkAsync(writer, database.Tenant, $"s{i}"))));
        do
        {
            await FillUpAsync(usage, database);
        }
        while (!talks.IsCompleted);

        await talks;
        Assert.Equal(100, (await DayAsync(database)).Turns);
        Assert.Equal(1000, (await DayAsync(database)).InputTokens);
    }

    [DatabaseFact]
    public async Task CommitAsync_AnswerOfAnotherEngine_EndsTheTimeOfTheWait(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        await writer.CommitAsync(Sample.Commit(database.Tenant, head), default);
        var next = Sample.Commit(database.Tenant, head with { IsNew = false }, seq: 2, rowVersion: 1);

        await writer.CommitAsync(next with { Change = next.Change with { Status = ConversationStatus.Open, Flow = null } }, default);

        Assert.Equal(1, database.Scalar<long>("SELECT COUNT(*) FROM ai_conversations WHERE expires_at IS NULL AND current_node_id IS NOT NULL"));
    }

    private static Task<UsageTotals> DayAsync(TestDatabase database) =>
        database.Get<IDayUsage>().UsageAsync(database.Tenant, s_day, default);

    private static TurnCommit Spending(TurnCommit commit, bool isLimited = true) => commit with { Spending = new(s_day, 10, 2, new(0.1m, "USD", "v1"), IsUnpriced: false, isLimited) };

    private static Task<UsageTotals> CountAsync(TestDatabase database) => database.Get<IDayUsage>()
        .CountAsync(database.Tenant, s_day, TestDatabase.Now.AddHours(-10), TestDatabase.Now.AddHours(10), default);

    private static Task FillUpAsync(IDayUsage usage, TestDatabase database) =>
        usage.FillUpAsync(database.Tenant, s_day, TestDatabase.Now.AddHours(-10), TestDatabase.Now.AddHours(10), default);

    /// <summary>The turn's row says what was spent, as those of the service do.</summary>
    private static TurnCommit Priced(TurnCommit commit, bool isLimited)
    {
        var spending = Spending(commit, isLimited);
        return spending with
        {
            Turn = commit.Turn with { Model = "m", InputTokens = 10, OutputTokens = 2, Cost = new(0.1m, "USD", "v1") },
        };
    }

    private static async Task TalkAsync(ITurnWriter writer, TenantKey tenant, string session, int turns = 10)
    {
        var head = Sample.Head(session: session);
        for (var seq = 1; seq <= turns; seq++)
        {
            await writer.CommitAsync(Priced(Sample.Commit(tenant, head with { IsNew = seq == 1 }, seq, seq - 1), isLimited: true), default);
        }
    }
}
