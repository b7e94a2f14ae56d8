using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Waits;

/// <summary>Real processes on one file: a time-out is stored once, whoever finds it due and whoever dies.</summary>
public sealed class ManyProcessesTests : IDisposable
{
    private const int Conversations = 200;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryDatabase _database = new();

    [Fact]
    public async Task TwoProcesses_ManyWaitsAtOnce_AndLateMessages_EachTimesOutOnce()
    {
        await using var one = await ServiceProcess.StartAsync(_database.FilePath);
        await using var two = await ServiceProcess.StartAsync(_database.FilePath);
        await PublishAsync(one, "code-word", FlowDocuments.AskWithTimeout(15));
        await BeginAsync([one, two], "code-word", "s", Conversations);
        Expire("s%", DateTimeOffset.UtcNow.AddSeconds(2));

        // Half of the users speak while the timers of both processes fire; each wait has one time-out before what they say.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        var late = Enumerable.Range(0, Conversations / 2).Select(i => SpeakAsync((i / 2) % 2 == 0 ? one : two, $"s{i * 2}"));
        await Task.WhenAll(late);
        await UntilAsync(() => Timeouts() >= Conversations);
        await Task.Delay(TimeSpan.FromSeconds(6));

        var said = Said();
        Assert.Equal(Conversations, said.Count);
        Assert.All(said, conversation => Assert.Equal(
            conversation.Number % 2 == 0
                ? "hello|The code word?|You were too late.|sesame|The code word?"
                : "hello|The code word?|You were too late.",
            conversation.Text));
        Assert.Equal(Conversations, Timeouts());
        Assert.Equal(0, _database.Count("conversation_turns WHERE status <> 'done'"));
        Assert.Equal(Conversations * 5 / 2, _database.Query("SELECT SUM(turns) FROM tenant_usage", row => row.GetInt32(0))[0]);
    }

    [Fact]
    public async Task ProcessKilledWhileTimeoutsRun_TheNextOneRunsTheRest()
    {
        using var silent = new SilentModel();
        await using (var first = await ServiceProcess.StartAsync(_database.FilePath))
        {
            await PublishAsync(first, "code-word", FlowDocuments.AskWithTimeout(15));
            await PublishAsync(first, "slow", FlowDocuments.Document(
                (1, "collect_data", new { prompt = "The code word?", context_key = "code", timeout_minutes = 15 }, [5, 5, 2]),
                (2, "message", new { content = "You were too late." }, [3]),
                (3, "ai_response", new { }, [4]),
                (4, "end", new { }, []),
                (5, "message", new { content = "Thank you." }, [4])));
            await BeginAsync([first], "code-word", "quick", 20);
            await BeginAsync([first], "slow", "slow", 20);
            Execute($"UPDATE ai_assistant_configurations SET provider = 'openai', settings = '{{\"endpoint\": \"{silent.Endpoint}\"}}'");
            Expire("slow%", DateTimeOffset.UtcNow.AddSeconds(-1));
            Expire("quick%", DateTimeOffset.UtcNow.AddSeconds(-2));

            await silent.Asked.WaitAsync(s_patience);
            await UntilAsync(() => Timeouts() == 20);
            await first.KillAsync();
        }

        Assert.InRange(_database.Count("conversation_turns WHERE status = 'claimed'"), 1, 20);
        Execute("UPDATE ai_assistant_configurations SET provider = 'offline', settings = NULL");
        await using var next = await ServiceProcess.StartAsync(_database.FilePath);
        await UntilAsync(() => Timeouts() >= 40);
        await Task.Delay(TimeSpan.FromSeconds(6));

        Assert.Equal(40, Timeouts());
        Assert.Equal(40, _database.Count("ai_conversation_messages WHERE content = 'You were too late.'"));
        Assert.Equal(0, _database.Count("conversation_turns WHERE status <> 'done' OR failure_code IS NOT NULL"));
    }

    [Fact]
    public async Task ChatSwitchedOffForATenant_IsSeenByTheOtherProcessWithinTwoSeconds()
    {
        await using var one = await ServiceProcess.StartAsync(_database.FilePath);
        await using var two = await ServiceProcess.StartAsync(_database.FilePath);
        await two.Client.SayAsync("s1", "hello");

        using var changed = await SendAsync(one, HttpMethod.Put, "/api/admin/settings", """{"chatDisabled": true}""", "demo-admin");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        await Task.Delay(TimeSpan.FromSeconds(2));

        using var message = ChatCalls.Message(new() { Content = "hello", SessionId = "s1" });
        using var refused = await two.Client.SendAsync(message);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
    }

    [Fact]
    public async Task EnvironmentVariable_SwitchesTheChatOff_AndAWrongValueStopsTheStart()
    {
        await using (var off = await ServiceProcess.StartAsync(Launch("TRUE")))
        {
            using var message = ChatCalls.Message(new() { Content = "hello", SessionId = "s1" });
            using var refused = await off.Client.SendAsync(message);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await using var wrong = Launch("ture");
        Assert.Equal(1, await wrong.ExitCodeAsync());
        Assert.Contains("CHAT_DISABLED must be true or false", wrong.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _database.Dispose();

    private ServiceProcess Launch(string chatDisabled) =>
        ServiceProcess.Launch($"Data Source={_database.FilePath}", [("CHAT_DISABLED", chatDisabled)], []);

    private static async Task PublishAsync(ServiceProcess service, string name, string document)
    {
        using var saved = await SendAsync(service, HttpMethod.Put, $"/api/flows/{name}?start=1", document, "demo-design");
        using var published = await SendAsync(service, HttpMethod.Post, $"/api/flows/{name}/versions/1/publish", "{}", "demo-design");
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> SendAsync(ServiceProcess service, HttpMethod method, string path, string json, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await service.Client.SendAsync(request);
    }

    private static Task BeginAsync(ServiceProcess[] services, string flow, string session, int count) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = 16 },
        async (i, _) => Assert.Equal("waiting", (await services[i % services.Length].Client.SayAsync($"{session}{i}", "hello", flow)).Status));

    /// <summary>Says it again where another process was first, as a client does.</summary>
    private static async Task SpeakAsync(ServiceProcess service, string session)
    {
        for (var i = 0; i < 50; i++)
        {
            using var message = ChatCalls.Message(new() { Content = "sesame", SessionId = session });
            using var response = await service.Client.SendAsync(message);
            if (response.StatusCode != HttpStatusCode.Conflict)
            {
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                return;
            }

            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(100));
        }

        Assert.Fail($"{session} was never answered");
    }

    private void Expire(string sessions, DateTimeOffset at) => Execute(
        $"UPDATE ai_conversations SET expires_at = '{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}' WHERE session_id LIKE '{sessions}'");

    private long Timeouts() => _database.Count("conversation_turns WHERE stage = 'timeout' AND status = 'done'");

    private IReadOnlyList<(int Number, string Text)> Said() => _database.Query(
        """
        SELECT c.session_id, (SELECT group_concat(content, '|') FROM (SELECT content FROM ai_conversation_messages m WHERE m.conversation_id = c.id ORDER BY m.id))
        FROM ai_conversations c ORDER BY c.id
        """,
        row => (int.Parse(row.GetString(0).AsSpan(1), CultureInfo.InvariantCulture), row.GetString(1)));

    private void Execute(string sql)
    {
        using var connection = _database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
