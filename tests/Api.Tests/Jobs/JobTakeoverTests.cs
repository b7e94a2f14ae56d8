using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Jobs;
using FlowEngine.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Jobs;

/// <summary>Two services in this process on one file.</summary>
public sealed class JobTakeoverTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    [Fact]
    public async Task Service_ThatStops_GivesItsJobBack_AndTheNextOneRunsIt()
    {
        var (first, second) = (new GatedJob(), new GatedJob());
        Guid id;
        await using (var service = await StartAsync(first))
        {
            id = await service.Services.GatedAsync("1");
            await JobCalls.UntilAsync(() => first.Begun.Count == 1, "The job does not begin");
        }

        Assert.Equal(("queued", 0L), Row());
        await using var next = await StartAsync(second);
        await JobCalls.UntilAsync(() => second.Begun.Count == 1, "The next service does not take the job");
        second.Open(id);
        await JobCalls.UntilAsync(() => Row() == ("done", 1L), "The job is not done");
        Assert.Equal([id], second.Begun);
    }

    [Fact]
    public async Task Job_WhoseLeaseIsOver_IsTakenOver()
    {
        var (first, second) = (new GatedJob(), new GatedJob());
        await using var service = await StartAsync(second);
        var id = await service.Services.GatedAsync("1");
        await JobCalls.UntilAsync(() => second.Begun.Count == 1, "The job does not begin");

        // As a process left it that died: the row says that it runs, and nobody renews the lease.
        Execute("UPDATE jobs SET attempts = attempts + 1, holder = 'dead', lease_until = '2020-01-01T00:00:00.0000000Z'");
        await JobCalls.UntilAsync(() => second.Begun.Count == 2, "The job is not taken over");
        second.Open(id);
        await JobCalls.UntilAsync(() => Row() == ("done", 3L), "The job is not done");
        Assert.Empty(first.Begun);
    }

    [Fact]
    public async Task Worker_ThatLostItsJob_StopsAndWritesNothing()
    {
        var gated = new GatedJob();
        await using var service = await StartAsync(gated);
        var id = await service.Services.GatedAsync("1");
        await JobCalls.UntilAsync(() => gated.Begun.Count == 1, "The job does not begin");

        // As if it had stood still for longer than its lease.
        Execute("UPDATE jobs SET attempts = attempts + 1, holder = 'other', lease_until = '2099-01-01T00:00:00.0000000Z'");
        await JobCalls.UntilAsync(() => gated.Stopped == 1, "The work is not stopped");
        gated.Open(id);

        Assert.Equal(("running", 2L), Row());
        Assert.Equal(0L, _database.Count("change_events WHERE kind IN ('job.done', 'job.cancelled')"));
    }

    [Fact]
    public async Task Job_OverWhichProcessesDieAgainAndAgain_Fails()
    {
        var gated = new GatedJob();
        await using var service = await StartAsync(gated, "--FlowEngine:Jobs:Concurrency=1");
        var id = await service.Services.GatedAsync("1");
        await JobCalls.UntilAsync(() => gated.Begun.Count == 1, "The job does not begin");

        Execute("UPDATE jobs SET attempts = 3, holder = 'dead', lease_until = '2020-01-01T00:00:00.0000000Z'");
        await JobCalls.UntilAsync(() => Row() == ("failed", 4L), "The job does not fail");
        gated.Open(id);

        Assert.Equal(1L, _database.Count("jobs WHERE error_code = 'job_abandoned'"));
    }

    [Fact]
    public async Task Job_OfAKindThatAServiceDoesNotKnow_WaitsForOneThatDoes()
    {
        var gated = new GatedJob();
        await using var old = await LocalService.StartAsync(_database);
        await old.Services.GatedAsync("1");
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(("queued", 0L), Row());

        await using var newer = await StartAsync(gated);
        await JobCalls.UntilAsync(() => gated.Begun.Count == 1, "The newer service does not take the job");
    }

    public void Dispose() => _database.Dispose();

    private Task<LocalService> StartAsync(GatedJob gated, params string[] settings) =>
        LocalService.StartAsync(_database, replace: services => services.AddSingleton<IJobKind>(gated), settings: settings);

    private (string State, long Attempts) Row() =>
        Assert.Single(_database.Query("SELECT state, attempts FROM jobs", row => (row.GetString(0), row.GetInt64(1))));

    private void Execute(string sql)
    {
        using var connection = _database.Open();
        using var command = new SqliteCommand(sql, connection);
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
