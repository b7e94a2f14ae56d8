using FlowEngine.Chat.Jobs;
using FlowEngine.Conversations;
using FlowEngine.Storage.Jobs;

namespace FlowEngine.Storage.Tests.Jobs;

public sealed class JobQueueTests
{
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);
    private static readonly string[] s_design = ["design"];

    [DatabaseFact]
    public async Task Take_OfManyJobs_ServesTenantsInTurn_AndEachJobOnce(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var first = await AddAsync(database, database.Tenant, "1");
        await AddAsync(database, database.Tenant, "2");
        await AddAsync(database, database.Tenant, "3");
        var other = await AddAsync(database, database.Other, "1");

        var taken = await TakeAsync(database, "one", 2);
        var rest = await TakeAsync(database, "two", 9);

        Assert.Equal([first.Id, other.Id], taken.Select(job => job.Id));
        Assert.Equal(2, rest.Count);
        Assert.Empty(await TakeAsync(database, "three", 9));
        Assert.Empty(await database.Get<JobQueue>().TakeAsync("elsewhere", ["kind"], "x", 9, s_lease, default));
    }

    [DatabaseFact]
    public async Task Take_AfterTheLease_IsAnotherAttempt_AndTheFirstHolderHasLostIt(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var job = await AddAsync(database, database.Tenant, "1");
        var queue = database.Get<JobQueue>();
        var (before, progress) = (Assert.Single(await TakeAsync(database, "one", 1)), new JobProgress());
        progress.Report(3, 7);
        Assert.Equal(JobHold.Held, await queue.RenewAsync(before, progress, true, s_lease, default));
        Assert.Equal((3, 7), await ProgressAsync());

        database.Clock.Now += s_lease + TimeSpan.FromSeconds(1);
        var after = Assert.Single(await TakeAsync(database, "two", 1));
        Assert.Equal((1, 2), (before.Attempt, after.Attempt));
        Assert.Equal((0, null), await ProgressAsync());
        Assert.Equal(JobHold.Lost, await queue.RenewAsync(before, progress, true, s_lease, default));
        await queue.FinishAsync(before, JobOutcome.Done("\"late\""), progress, default);
        await queue.ReturnAsync(before, default);
        Assert.Equal(JobStates.Running, (await FindAsync(database, job.Id))!.State);

        await queue.FinishAsync(after, JobOutcome.Done("\"çorba\""), progress, default);
        Assert.Equal((JobStates.Done, "\"çorba\""), (await FindAsync(database, job.Id))! is var done ? (done.State, done.Result) : default);
        Assert.Equal(
            ["job.queued", "job.running", "job.progress", "job.running", "job.done"],
            database.Query("SELECT kind FROM change_events ORDER BY id", row => row.GetString(0)));

        async Task<(int, int?)> ProgressAsync() => (await FindAsync(database, job.Id)) is { } now ? (now.Done, now.Total) : default;
    }

    [DatabaseFact]
    public async Task Cancel_OfARunningJob_IsHeardAtTheNextRenewal_AndByWhoeverTakesItOver(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var job = await AddAsync(database, database.Tenant, "1");
        var running = Assert.Single(await TakeAsync(database, "one", 1));

        Assert.Null(await database.Get<JobStore>().CancelAsync(database.Other, s_design, job.Id, "key:9", default));
        Assert.True((await database.Get<JobStore>().CancelAsync(database.Tenant, s_design, job.Id, "key:1", default))!.IsCancelling);
        Assert.Equal(JobHold.Cancelled, await database.Get<JobQueue>().RenewAsync(running, new(), false, s_lease, default));

        database.Clock.Now += s_lease + TimeSpan.FromSeconds(1);
        Assert.True(Assert.Single(await TakeAsync(database, "two", 1)).IsCancelled);
    }

    [DatabaseFact]
    public async Task Retention_DropsFinishedJobsOfThatAge(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var job = await AddAsync(database, database.Tenant, "1");
        var open = await AddAsync(database, database.Tenant, "2");
        await database.Get<JobQueue>().FinishAsync((await TakeAsync(database, "one", 1))[0], null, new(), default);
        var retention = database.Get<JobRetention>();

        await retention.DropAsync(TestDatabase.Instance, TestDatabase.Now, default);
        Assert.Equal(JobStates.Cancelled, (await FindAsync(database, job.Id))!.State);
        await retention.DropAsync(TestDatabase.Instance, TestDatabase.Now.AddSeconds(1), default);

        Assert.Null(await FindAsync(database, job.Id));
        Assert.NotNull(await FindAsync(database, open.Id));
    }

    private static async Task<JobEntry> AddAsync(TestDatabase database, TenantKey tenant, string input) =>
        (await database.Get<JobStore>().AddAsync(tenant, new("kind", "design", "subject", input, "key:1"), 20, default))!;

    private static Task<IReadOnlyList<LeasedJob>> TakeAsync(TestDatabase database, string holder, int limit) =>
        database.Get<JobQueue>().TakeAsync(TestDatabase.Instance, ["kind"], holder, limit, s_lease, default);

    private static Task<JobEntry?> FindAsync(TestDatabase database, Guid id) =>
        database.Get<JobStore>().FindAsync(database.Tenant, s_design, id, default);
}
