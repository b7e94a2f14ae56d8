using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>Two processes serve one database, and one or the other is killed: what it was doing, the other or its successor does.</summary>
[Trait(Rounds.Trait, Rounds.Many)]
public sealed class TwoProcessCrashTests
{
    private static readonly int s_sessions = Rounds.Times(24);
    private static readonly int s_kills = Rounds.Times(3);
    private const int Seed = 20_262;

    private static readonly string[] s_lead = ["hello", "Jane Doe", "jane@example.com"];

    [DatabaseFact]
    public async Task Sessions_OfWhichAProcessDies_AreEachAnsweredOnce(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        var plan = Enumerable.Range(0, s_sessions)
            .Select(session => s_lead.Select((said, number) => new PlannedTurn($"s{session}", number, said, "lead-capture")).ToArray())
            .ToList();
        using var ledger = new Ledger();
        await using var first = new Supervisor(database);
        await using var second = new Supervisor(database);
        await first.StartAsync();
        await second.StartAsync();
        Supervisor[] processes = [first, second];
        var client = new PatientClient(() => processes[Random.Shared.Next(2)].Client, ledger);

        var talks = plan.Select(turns => TalkAsync(client, turns)).ToList();
        var random = new Random(Seed);
        for (var kill = 0; kill < s_kills; kill++)
        {
            await ledger.WaitAsync(random.Next(10, 30));
            await processes[random.Next(2)].RestartAsync();
            EndLeases(database);
        }

        await UntilAnsweredAsync(database, talks);
        foreach (var process in processes)
        {
            Assert.Equal(0, await process.StopAsync());
        }

        var stored = new StoredTurns(database);
        stored.AssertAgree(ledger, [.. plan.SelectMany(turns => turns)]);
        stored.AssertOrdered(_ => true);
    }

    private static async Task TalkAsync(PatientClient client, IEnumerable<PlannedTurn> turns)
    {
        foreach (var turn in turns)
        {
            await client.SayTwiceAsync(turn);
        }
    }

    /// <summary>Claims that were made while a process died end in time; here their time is over at once.</summary>
    private static async Task UntilAnsweredAsync(DatabaseHome database, List<Task> talks)
    {
        var all = Task.WhenAll(talks);
        for (var i = 0; i < 60 && !all.IsCompleted; i++)
        {
            await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(3)));
            EndLeases(database);
        }

        Assert.True(all.IsCompleted, $"{talks.Count(talk => !talk.IsCompleted)} of {talks.Count} sessions are not answered.");
        await all;
    }

    /// <summary>
    /// As if three minutes were over. Turns that the living process runs lose their lease too, as those of a process that stood still do: they
    /// must not be said twice.
    /// </summary>
    private static void EndLeases(DatabaseHome database) =>
        database.Execute("UPDATE conversation_turns SET lease_until = started_at WHERE status = 'claimed'");
}
