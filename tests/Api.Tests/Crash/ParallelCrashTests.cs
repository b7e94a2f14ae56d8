using FlowEngine.Support;

namespace FlowEngine.Api.Tests.Crash;

[Trait(Rounds.Trait, Rounds.Many)]
public sealed class ParallelCrashTests
{
    private static readonly int s_conversations = Rounds.Times(24);
    private const int Seed = 20_261;

    private static readonly string[] s_lead = ["hello", "Jane Doe", "jane@example.com", "+44 20 7946 0000", "24 December 2027", "renting"];
    private static readonly string[] s_shop = ["hello", "which bikes are there?", "what is the cheapest?", "how do I reach you?", "thank you", "bye"];

    [DatabaseFact]
    public async Task Conversations_KilledInTheMiddle_StoreWhatTheirClientsWereAnswered(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        var plan = Enumerable.Range(0, s_conversations).Select(Turns).ToList();
        using var ledger = new Ledger();
        await using var supervisor = new Supervisor(database);
        await supervisor.StartAsync();
        var client = new PatientClient(() => supervisor.Client, ledger);

        var talks = plan.Select((turns, index) => Hurries(index) ? HurryAsync(client, turns) : TalkAsync(client, turns)).ToList();
        var random = new Random(Seed);
        for (var kill = 0; kill < Rounds.Times(2); kill++)
        {
            await ledger.WaitAsync(random.Next(30, 90));
            await supervisor.RestartAsync();
        }

        await Task.WhenAll(talks);
        Assert.Equal(0, await supervisor.StopAsync());

        var stored = new StoredTurns(database);
        stored.AssertAgree(ledger, [.. plan.SelectMany(turns => turns)]);
        stored.AssertOrdered(key => !Hurries(int.Parse(key.Split('-')[0].AsSpan(1), null)));
        Assert.Equal(Enumerable.Range(0, s_conversations).Count(index => !Hurries(index)), database.Scalar<int>("SELECT COUNT(*) FROM leads"));
    }

    /// <summary>Half of the clients send their next turn before the one before it is answered.</summary>
    private static bool Hurries(int conversation) => conversation % 2 == 1;

    private static PlannedTurn[] Turns(int conversation) =>
    [
        .. (Hurries(conversation) ? s_shop : s_lead).Select((content, number) => new PlannedTurn(
            $"s{conversation}", number, content, Hurries(conversation) ? "shop-assistant" : "lead-capture")),
    ];

    private static async Task TalkAsync(PatientClient client, IEnumerable<PlannedTurn> turns)
    {
        foreach (var turn in turns)
        {
            await client.SayTwiceAsync(turn);
        }
    }

    private static async Task HurryAsync(PatientClient client, IEnumerable<PlannedTurn> turns)
    {
        foreach (var pair in turns.Chunk(2))
        {
            await Task.WhenAll(pair.Select(client.SayTwiceAsync));
        }
    }
}
