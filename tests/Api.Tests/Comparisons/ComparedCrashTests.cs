using System.Net.Http.Json;
using FlowEngine.Api.Tests.Crash;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Comparisons;

/// <summary>A service that is killed while it talks and compares.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
public sealed class ComparedCrashTests
{
    private const int Seed = 20_262;

    private static readonly string[] s_talk = ["hello", "which bikes are there?", "what is the cheapest?", "how do I reach you?", "thank you"];
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Each costs a start of the service.</summary>
    private static readonly int s_kills = Rounds.Times(2);

    [DatabaseFact]
    public async Task Conversations_KilledAtRandomMoments_LoseNoTurnAndEveryComparisonEnds(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        var plan = Enumerable.Range(0, 8 * s_kills)
            .Select(conversation => s_talk.Select((text, number) => new PlannedTurn($"s{conversation}", number, text, "shop-assistant", ChatCalls.Toggle)).ToArray())
            .ToList();
        using var ledger = new Ledger();
        await using var supervisor = new Supervisor(
            database, "--FlowEngine:Comparisons:CandidateSeconds=1", "--FlowEngine:Comparisons:AgainstItself=50", "--FlowEngine:Comparisons:FreeRunning=50");
        await supervisor.StartAsync();
        using (var staged = await StageAsync(supervisor.Client))
        {
            Assert.True(staged.IsSuccessStatusCode, await staged.Content.ReadAsStringAsync());
        }

        var client = new PatientClient(() => supervisor.Client, ledger);
        var talks = Task.Run(() => Parallel.ForEachAsync(
            plan, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (turns, _) => await TalkAsync(client, turns)));
        var random = new Random(Seed);
        for (var kill = 0; kill < s_kills && !talks.IsCompleted; kill++)
        {
            await Task.WhenAny(talks, Task.Delay(random.Next(50, 1500)));
            await supervisor.RestartAsync();
        }

        await talks;
        await SettleAsync(database);
        Assert.Equal(0, await supervisor.StopAsync());

        new StoredTurns(database).AssertAgree(ledger, [.. plan.SelectMany(turns => turns)]);
        Assert.Equal(plan.Count * s_talk.Length, Count(database, "candidate = 'v2' AND mode = 'resync'"));
        Assert.Equal(0, Pending(database));
        Assert.Equal(0, Count(database, "finished_at IS NULL"));
        Assert.True(Count(database, "candidate_ms IS NOT NULL") > plan.Count, "hardly any candidate was run");
    }

    private static async Task TalkAsync(PatientClient client, IEnumerable<PlannedTurn> turns)
    {
        foreach (var turn in turns)
        {
            await client.SayTwiceAsync(turn);
        }
    }

    private static Task<HttpResponseMessage> StageAsync(HttpClient client)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/admin/stages/demo")
        {
            Content = JsonContent.Create(new { stage = "shadow", percentage = 100, sample = 100, reason = "the crash test" }),
        };
        request.Headers.Authorization = new("Bearer", "demo-engineer");
        return client.SendAsync(request);
    }

    private static async Task SettleAsync(DatabaseHome database)
    {
        var end = DateTime.UtcNow + s_patience;
        while (Pending(database) > 0)
        {
            Assert.True(DateTime.UtcNow < end, "comparisons are still pending");
            await Task.Delay(200);
        }
    }

    /// <summary>In rows of their own, and in those of the turns.</summary>
    private static int Pending(DatabaseHome database) =>
        database.Scalar<int>("SELECT COUNT(*) FROM conversation_turns WHERE tenant_id > 0 AND comparisons IS NOT NULL")
        + Count(database, "result = 'pending'");

    private static int Count(DatabaseHome database, string where) => database.Scalar<int>($"SELECT COUNT(*) FROM parallel_runs WHERE tenant_id > 0 AND {where}");
}
