using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.Comparisons;

public sealed class ParallelRunQueueTests
{
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(1);

    [DatabaseFact]
    public async Task TakeAsync_ByTwoWorkersAtOnce_GivesEachRunToOneAndTurnsInTheirOrder(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await using var beside = database.Beside();
        await CommitAsync(database, conversations: 8);
        ComparisonQueue[] workers = [database.Get<ComparisonQueue>(), beside.GetRequiredService<ComparisonQueue>()];

        var open = await workers[0].OpenAsync(new OpenTenant(database.Tenant, 0), 100, default);
        var taken = await Task.WhenAll(workers.Select(worker => worker.TakeAsync(open, s_lease, default)));

        Assert.Equal(8, open.Count);
        Assert.Empty(await workers[1].TenantsAsync("another", default));
        Assert.All(open, run => Assert.Equal(1, run.Seq));
        Assert.Equal(open.Select(run => run.RowId), taken.SelectMany(runs => runs).Select(run => run.RowId).Order());
        Assert.Empty(await workers[1].OpenAsync(new OpenTenant(database.Tenant, 0), 100, default));
        Assert.Equal(16, await workers[0].BacklogAsync(TestDatabase.Instance, 100, default));
    }

    [DatabaseFact]
    public async Task FinishAsync_TakenRun_IsStoredWithStateAndUsageOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, conversations: 1);
        var queue = database.Get<ComparisonQueue>();
        var day = new DateOnly(2026, 11, 22);
        var run = Assert.Single(await queue.TakeAsync(await queue.OpenAsync(new OpenTenant(database.Tenant, 0), 9, default), s_lease, default));
        var finished = new CompletedComparison
        {
            Run = run, Result = "match", State = """{"v":1}""", CandidateMs = 3.5, CandidateTokens = 12, CandidateCost = 0.25m, Currency = "USD", Day = day,
        };

        await queue.FinishAsync([finished], default);
        await queue.FinishAsync([finished with { Result = "mismatch", State = "{}" }], default);

        var next = Assert.Single(await queue.OpenAsync(new OpenTenant(database.Tenant, 0), 9, default));
        Assert.Equal((2, 1, """{"v":1}"""), (next.Seq, next.State?.AfterSeq, next.State?.State));
        Assert.Equal("match", database.Scalar<string>("SELECT result FROM parallel_runs WHERE seq = 1 AND mode = 'resync'"));
        Assert.Equal(new CandidateUsage(1, 12, 0.25m), await database.Get<ComparisonUsage>().OfAsync(database.Tenant, day, default));
    }

    [DatabaseFact]
    public async Task FinishAsync_ByManyWorkersOnANewDay_AddsUp(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        await CommitAsync(database, conversations: 8);
        var queue = database.Get<ComparisonQueue>();
        var day = new DateOnly(2026, 11, 22);
        var runs = await queue.TakeAsync(await queue.OpenAsync(new OpenTenant(database.Tenant, 0), 9, default), s_lease, default);

        await Task.WhenAll(runs.Select(run => queue.FinishAsync([new() { Run = run, Result = "match", CandidateMs = 1, CandidateTokens = 5, Day = day }], default)));

        Assert.Equal(new CandidateUsage(8, 40, 0), await database.Get<ComparisonUsage>().OfAsync(database.Tenant, day, default));
    }

    /// <summary>Conversations of two turns, each with a pending comparison and one that was skipped.</summary>
    private static async Task CommitAsync(TestDatabase database, int conversations)
    {
        for (var i = 0; i < conversations; i++)
        {
            var head = Sample.Head();
            for (var seq = 1; seq <= 2; seq++)
            {
                var commit = Sample.Commit(database.Tenant, head with { IsNew = seq == 1 }, seq, rowVersion: seq - 1);
                Assert.Equal(CommitResult.Saved, await database.Get<ITurnWriter>().CommitAsync(commit with { Comparisons = [Run("resync", null), Run("free", "sampled_out")] }, default));
            }
        }
    }

    private static ComparisonRequest Run(string mode, string? skipped) =>
        new(Guid.CreateVersion7(), "v1", "v2", mode, 50, skipped is null ? ComparisonRequest.Pending : ComparisonRequest.Skipped)
        {
            SkippedReason = skipped, Input = skipped is null ? "{}" : null, Control = skipped is null ? "{}" : null, ControlMs = 4.5,
        };
}
