using System.Net;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Crash;

public sealed class StartAndStopTests : IDisposable
{
    private readonly TemporaryDatabase _database = new();

    [Fact]
    public async Task Start_PortInUse_SaysSoInOneLineAndExitsWithOne()
    {
        await using var first = await ServiceProcess.StartAsync(_database.FilePath);
        await using var second = ServiceProcess.Launch($"Data Source={_database.FilePath}", "--urls", first.Client.BaseAddress!.ToString());

        Assert.Equal(1, await second.ExitCodeAsync());
        Assert.Contains("address already in use", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ReadOnlyDatabase_ReadsAndRefusesTurns()
    {
        await using (var service = await ServiceProcess.StartAsync(_database.FilePath))
        {
            await service.Client.SayAsync("s1", "hello", "shop-assistant");
            Assert.Equal(0, await service.TerminateAsync());
        }

        await using var second = await ServiceProcess.StartAsync($"{_database.FilePath};Mode=ReadOnly");
        using var turn = ChatCalls.Message(new ChatRequest { Content = "hello", SessionId = "s1" });
        using var refused = await second.Client.SendAsync(turn);
        using var history = await second.Client.GetAsync("/api/chat/conversations?sessionId=s1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Contains("database_read_only", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, history.StatusCode);
        Assert.Equal(0, await second.TerminateAsync());
    }

    [DatabaseFact]
    public async Task Terminate_DuringTurns_AnswersThemAndExitsWithZero(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        await using var service = await ServiceProcess.StartAsync(database);
        await service.Client.SayAsync("warm", "hello", "shop-assistant");

        var turns = Enumerable.Range(0, 64).Select(i => TrySayAsync(service.Client, $"s{i}")).ToList();
        await Task.WhenAny(turns);
        var exit = await service.TerminateAsync();
        var answered = (await Task.WhenAll(turns)).Count(turn => turn);

        Assert.Equal(0, exit);
        Assert.Equal(answered + 1, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns WHERE status = 'done'"));
        Assert.Equal(0, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns WHERE status <> 'done'"));
    }

    [DatabaseFact]
    public async Task Start_TwoAtOnceOnAnEmptyDatabase_BothServe(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        var services = await Task.WhenAll(ServiceProcess.StartAsync(database), ServiceProcess.StartAsync(database));

        foreach (var service in services)
        {
            Assert.NotEmpty((await service.Client.SayAsync("s1", "hello", "shop-assistant")).Messages);
            await service.DisposeAsync();
        }

        Assert.Equal(2, database.Scalar<long>("SELECT COUNT(*) FROM tenants"));
    }

    [Theory]
    [InlineData("postgresql", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=sesame", "database_unavailable")]
    [InlineData("postgresql", "Data Source=sesame.db", "FlowEngine:Database:ConnectionString is not a connection string of PostgreSQL")]
    [InlineData("sqlite", "/data/sesame.db", "FlowEngine:Database:ConnectionString is not a connection string of SQLite, such as 'Data Source=flowengine.db'")]
    [InlineData("mysql", "Server=127.0.0.1;Port=1;Database=d;User ID=u;Password=sesame", "database_unavailable")]
    [InlineData("mysql", "Data Source=sesame.db", "FlowEngine:Database:ConnectionString is not a connection string of MySQL")]
    public async Task Start_WrongDatabase_SaysSoWithoutShowingIt(string provider, string connectionString, string said)
    {
        await using var service = ServiceProcess.Launch(connectionString, $"--FlowEngine:Database:Provider={provider}");

        Assert.Equal(1, await service.ExitCodeAsync());
        Assert.Contains(said, service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAFileThatIsNotADatabase_NamesIt()
    {
        await File.WriteAllTextAsync(_database.FilePath, "name,price\nforklift,12000\n" + new string('x', 4096));
        await using var service = ServiceProcess.Launch($"Data Source={_database.FilePath}");

        Assert.Equal(1, await service.ExitCodeAsync());
        Assert.Contains($"{_database.FilePath} is not a SQLite database", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _database.Dispose();

    /// <summary>False where the connection was refused: the service took nothing more.</summary>
    private static async Task<bool> TrySayAsync(HttpClient client, string session)
    {
        try
        {
            await client.SayAsync(session, "which bikes are there?", "shop-assistant");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
