using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Tests.Turns;

namespace FlowEngine.Storage.Tests.Comparisons;

public sealed class StagedTurnTests
{
    [DatabaseFact]
    public async Task Answered_TurnsThatV1WasToAnswer_AreNotAmongV2s(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = Sample.Head();
        (string Engine, string? FallbackFrom)[] turns = [("v2", null), ("v1", "v2"), ("v2", "v2"), ("v1", null)];
        List<Guid> ids = [];
        for (var seq = 1; seq <= turns.Length; seq++)
        {
            var commit = Sample.Commit(database.Tenant, head with { IsNew = seq == 1 }, seq, seq - 1);
            var (engine, failed) = turns[seq - 1];
            var turn = commit.Turn with { Engine = engine, FallbackFrom = failed, StartedAt = TestDatabase.Now.AddSeconds(seq) };
            Assert.Equal(CommitResult.Saved, await database.Get<ITurnWriter>().CommitAsync(commit with { Turn = turn }, default));
            ids.Add(turn.Id);
        }

        var found = new List<(Guid, bool)>();
        await foreach (var turn in database.Get<ComparisonStore>().AnsweredAsync(database.Tenant, null, null, default))
        {
            found.Add((turn.TurnId, turn.IsFallback));
        }

        Assert.Equal([(ids[0], false), (ids[1], true), (ids[2], true)], found);
    }
}
