using FlowEngine.Api.Tests.Harness;

namespace FlowEngine.Api.Tests.Crash;

public sealed class LeadCaptureCrashTests
{
    [DatabaseFact]
    public async Task Walk_KilledAtEveryWait_GoesOnWhereItStoodAndKeepsOneLead(string on)
    {
        await using var database = await DatabaseHome.ForAsync(on);
        // Nodes 11 and 12 wait inside the sub-flow.
        (string Said, string WaitsAt)[] turns =
        [
            ("hello", "2"), ("Jane Doe", "11"), ("jane@example.com", "12"), ("+44 20 7946 0000", "4"), ("24 December 2027", "5"),
        ];
        foreach (var (said, node) in turns)
        {
            await using var service = await ServiceProcess.StartAsync(database);
            var reply = await service.Client.SayAsync("s1", said, "lead-capture");
            Assert.Equal("waiting", reply.Status);
            await service.KillAsync();
            Assert.Equal(node, Assert.Single(database.Query("SELECT current_node_id FROM ai_conversations", row => row.GetString(0))));
        }

        await using var last = await ServiceProcess.StartAsync(database);
        var ended = await last.Client.SayAsync("s1", "renting", "lead-capture");
        Assert.Equal("ended", ended.Status);
        Assert.StartsWith("Thank you, Jane Doe!", ended.Messages[^1].Content, StringComparison.Ordinal);
        await last.KillAsync();

        Assert.Equal(("Jane Doe", "jane@example.com"), Assert.Single(Leads(database)));
        await AssertNextWalkAsync(database);
    }

    /// <summary>The name is known, so the new walk's first question is the one after it.</summary>
    private static async Task AssertNextWalkAsync(DatabaseHome database)
    {
        await using var service = await ServiceProcess.StartAsync(database);
        var reply = await service.Client.SayAsync("s1", "hello again", "lead-capture");
        Assert.Equal("waiting", reply.Status);
        await service.KillAsync();
        Assert.Equal(1, database.Scalar<int>("SELECT COUNT(*) FROM ai_conversations"));
        Assert.Single(Leads(database));
        Assert.Equal(Enumerable.Range(1, 7), database.Query("SELECT seq FROM conversation_turns ORDER BY seq", row => row.GetInt32(0)));
    }

    private static IReadOnlyList<(string, string)> Leads(DatabaseHome database) =>
        database.Query("SELECT name, email FROM leads", row => (row.GetString(0), row.GetString(1)));
}
