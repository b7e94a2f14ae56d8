using System.Net;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Health;

public sealed class HealthTests
{
    private const string Ready = "/api/health/ready";

    [Fact]
    public async Task Ready_FollowsTheSchema_AliveDoesNot()
    {
        await using var service = await ChatService.StartAsync();
        var api = service.Api(null);
        Assert.Equal("ready", (await api.GetAsync("/api/health/ready")).GetProperty("status").GetString());

        await service.ExecuteAsync("ALTER TABLE leads RENAME TO leads_elsewhere");

        Assert.Equal("not_ready", (await api.GetAsync("/api/health/ready", HttpStatusCode.ServiceUnavailable)).GetProperty("status").GetString());
        Assert.Equal("ok", (await api.GetAsync("/api/health")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Ready_DatabaseIsGone_SaysSoAndTheTurnsDoToo()
    {
        await using var service = await ServiceFixture.StartAsync();
        (await service.ChatAsync("merhaba", "s")).Expect(HttpStatusCode.OK);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(service.Database.FilePath)!, "service.db*"))
        {
            File.Delete(file);
        }

        var ready = await service.GetAsync(Ready, null);
        var turn = await service.ChatAsync("merhaba", "s");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.StartsWith("The database is gone or empty", ready["detail"].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("migrate", ready.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unavailable"), (turn.Status, turn.Code));
    }

    [Fact]
    public async Task DamagedPages_OnceFound_StopTurnsTooUntilTheFileIsWhole()
    {
        await using var service = await ServiceFixture.StartAsync();
        (await service.ChatAsync("merhaba", "s")).Expect(HttpStatusCode.OK);
        service.Database.Query("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0));
        var size = service.Database.Query("PRAGMA page_size", row => row.GetInt32(0))[0];
        var pages = service.Database.Query("SELECT rootpage FROM sqlite_master WHERE tbl_name = 'leads' AND rootpage > 0", row => row.GetInt64(0));
        var whole = Exchange(service.Database.FilePath, size, pages.ToDictionary(page => page, _ => Enumerable.Repeat((byte)0xFF, size).ToArray()));

        var ready = await service.GetAsync(Ready, null);
        var (turn, history, list) = (
            await service.ChatAsync("merhaba", "s"), await service.GetAsync("/api/chat/conversations?sessionId=s"),
            await service.GetAsync("/api/admin/ai-configurations", "demo-admin"));
        Exchange(service.Database.FilePath, size, whole);
        var before = await service.ChatAsync("merhaba", "s");
        service.Clock.Advance(TimeSpan.FromSeconds(6));
        var after = await PatientlyAsync(() => service.ChatAsync("merhaba", "s"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The database is damaged: restore it from a backup."), (ready.Status, ready["detail"].GetString()));
        Assert.All([turn, history, list, before], answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "database_unavailable"), (answer.Status, answer.Code)));
        after.Expect(HttpStatusCode.OK);
        (await service.GetAsync(Ready, null)).Expect(HttpStatusCode.OK);
    }

    /// <returns>What the pages had.</returns>
    private static Dictionary<long, byte[]> Exchange(string file, int size, IReadOnlyDictionary<long, byte[]> pages)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var had = new Dictionary<long, byte[]>();
        foreach (var (page, bytes) in pages)
        {
            had[page] = new byte[size];
            stream.Position = (page - 1) * size;
            stream.ReadExactly(had[page]);
            stream.Position = (page - 1) * size;
            stream.Write(bytes);
        }

        return had;
    }

    private static async Task<ServiceAnswer> PatientlyAsync(Func<Task<ServiceAnswer>> ask)
    {
        var answer = await ask();
        for (var tries = 0; answer.Status != HttpStatusCode.OK && tries < 100; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
            answer = await ask();
        }

        return answer;
    }
}
