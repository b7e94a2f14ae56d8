using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Waits;

/// <summary>Real processes on one file: a time-out is stored once, whoever finds it due and whoever dies.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
public sealed class ManyProcessesTests
{
    private static readonly int s_conversations = Rounds.Times(80);

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [DatabaseFact]
    public async Task TwoProcesses_ManyWaitsAtOnce_AndLateMessages_EachTimesOutOnce(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        await using var one = await ServiceProcess.StartAsync(database);
        await using var two = await ServiceProcess.StartAsync(database);
        await PublishAsync(one, "code-word", FlowDocuments.AskWithTimeout(15));
        await BeginAsync([one, two], "code-word", "s", s_conversations);
        Expire(database, "s%", DateTimeOffset.UtcNow.AddSeconds(2));

        // Half of the users speak while the timers of both processes fire; each wait has one time-out before what they say.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        var late = Enumerable.Range(0, s_conversations / 2).Select(i => SpeakAsync((i / 2) % 2 == 0 ? one : two, $"s{i * 2}"));
        await Task.WhenAll(late);
        await UntilAsync(() => Timeouts(database) >= s_conversations);
        await Task.Delay(TimeSpan.FromSeconds(6));

        var said = Said(database);
        Assert.Equal(s_conversations, said.Count);
        Assert.All(said, conversation => Assert.Equal(
            conversation.Number % 2 == 0
                ? "hello|The code word?|You were too late.|sesame|The code word?"
                : "hello|The code word?|You were too late.",
            conversation.Text));
        Assert.Equal(s_conversations, Timeouts(database));
        Assert.Equal(0, Count(database, "conversation_turns WHERE status <> 'done'"));
        Assert.Equal(s_conversations * 5 / 2, database.Scalar<int>("SELECT COUNT(*) FROM conversation_turns WHERE status = 'done'"));
    }

    [DatabaseFact]
    public async Task ProcessKilledWhileTimeoutsRun_TheNextOneRunsTheRest(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        using var silent = new SilentModel();
        await using (var first = await ServiceProcess.StartAsync(database, $"--FlowEngine:Ai:Endpoints:0={silent.Endpoint}"))
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
            Execute(database, $"UPDATE ai_assistant_configurations SET provider = 'openai', settings = '{{\"endpoint\": \"{silent.Endpoint}\"}}'");
            Expire(database, "slow%", DateTimeOffset.UtcNow.AddSeconds(-1));
            Expire(database, "quick%", DateTimeOffset.UtcNow.AddSeconds(-2));

            await silent.Asked.WaitAsync(s_patience);
            await UntilAsync(() => Timeouts(database) == 20);
            await first.KillAsync();
        }

        Assert.InRange(Count(database, "conversation_turns WHERE status = 'claimed'"), 1, 20);
        Execute(database, "UPDATE ai_assistant_configurations SET provider = 'offline', settings = NULL");
        await using var next = await ServiceProcess.StartAsync(database);
        await UntilAsync(() => Timeouts(database) >= 40);
        await Task.Delay(TimeSpan.FromSeconds(6));

        Assert.Equal(40, Timeouts(database));
        Assert.Equal(40, Count(database, "ai_conversation_messages WHERE content = 'You were too late.'"));
        Assert.Equal(0, Count(database, "conversation_turns WHERE status <> 'done' OR failure_code IS NOT NULL"));
    }

    [DatabaseFact]
    public async Task ChatSwitchedOffForATenant_IsSeenByTheOtherProcessWithinTwoSeconds(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        await using var one = await ServiceProcess.StartAsync(database);
        await using var two = await ServiceProcess.StartAsync(database);
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
        await using var database = await DatabaseHome.ForAsync(DatabaseNames.Sqlite);
        await using (var off = await ServiceProcess.StartAsync(Launch(database, "TRUE")))
        {
            using var message = ChatCalls.Message(new() { Content = "hello", SessionId = "s1" });
            using var refused = await off.Client.SendAsync(message);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await using var wrong = Launch(database, "ture");
        Assert.Equal(1, await wrong.ExitCodeAsync());
        Assert.Contains("CHAT_DISABLED is neither on nor off: give true or false", wrong.Output, StringComparison.Ordinal);
    }

    private static ServiceProcess Launch(DatabaseHome database, string chatDisabled) =>
        ServiceProcess.Launch(database.ConnectionString, [("CHAT_DISABLED", chatDisabled)], []);

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

    private static void Expire(DatabaseHome database, string sessions, DateTimeOffset at) => database.Execute(
        $"UPDATE ai_conversations SET expires_at = '{at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}' WHERE session_id LIKE '{sessions}'");

    private static long Count(DatabaseHome database, string rows) => database.Scalar<long>($"SELECT COUNT(*) FROM {rows}");

    private static long Timeouts(DatabaseHome database) => Count(database, "conversation_turns WHERE stage = 'timeout' AND status = 'done'");

    private static List<(int Number, string Text)> Said(DatabaseHome database) =>
    [
        .. database.Query(
            "SELECT c.session_id, m.content FROM ai_conversations c JOIN ai_conversation_messages m ON m.conversation_id = c.id ORDER BY c.id, m.id",
            row => (Session: row.GetString(0), Text: row.GetString(1)))
            .GroupBy(row => row.Session, StringComparer.Ordinal)
            .Select(said => (int.Parse(said.Key.AsSpan(1), CultureInfo.InvariantCulture), string.Join('|', said.Select(row => row.Text)))),
    ];

    private static void Execute(DatabaseHome database, string sql) => database.Execute(sql);

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
