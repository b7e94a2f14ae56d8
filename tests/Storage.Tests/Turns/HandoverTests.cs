using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Tests.Turns;

public sealed class HandoverTests
{
    [DatabaseFact]
    public async Task ConversationAsync_AfterTurnsOfBothEngines_HasTheLastEngineAndTheCandidatesState(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var (writer, reader) = (database.Get<ITurnWriter>(), database.Get<ITurnReader>());
        var head = Sample.Head();
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(Sample.Commit(database.Tenant, head), default));
        var second = Sample.Commit(database.Tenant, head with { IsNew = false }, 2, 1);
        second = second with
        {
            Turn = second.Turn with { Engine = "v1", Handover = "fresh", FallbackFrom = "v2", FallbackCode = "node_failed" },
            Change = second.Change with { Flow = null, Assistant = new("shop-assistant", "Shop assistant", null, "{}") },
        };
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(second, default));
        var before = (await reader.ConversationAsync(database.Tenant, head.PublicId, default))!;
        await using (var db = database.Get<ITenantDb>().Open(database.Tenant))
        {
            foreach (var (mode, seq) in new[] { ("resync", 2), ("free", 1) })
            {
                db.CandidateStates.Add(new()
                {
                    TenantId = database.Tenant.TenantId, InstanceId = database.Tenant.InstanceId, ConversationId = before.RowId, Engine = "v2",
                    Mode = mode, AfterSeq = seq, State = """{"v":1}""", UpdatedAt = TestDatabase.Now,
                });
            }

            await db.SaveChangesAsync();
        }

        var loaded = (await reader.ConversationAsync(database.Tenant, head.PublicId, default))!;

        Assert.Null(before.Candidate);
        Assert.Equal(("v1", 2, new CandidateState("v2", 2, """{"v":1}""")), (loaded.LastEngine, loaded.LastSeq, loaded.Candidate));
        Assert.Equal(
            "fresh v2 node_failed",
            database.Scalar<string>("SELECT handover || ' ' || fallback_from || ' ' || fallback_code FROM conversation_turns WHERE seq = 2 AND tenant_id = 1"));
    }

    [DatabaseFact]
    public async Task CommitAsync_OfV1sColumns_KeepsWhatTheLegacySystemWrote(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var writer = database.Get<ITurnWriter>();
        var head = Sample.Head();
        foreach (var (seq, metadata) in new[] { (1, """{"assistant":"old"}"""), (2, "{}") })
        {
            var commit = Sample.Commit(database.Tenant, head with { IsNew = seq == 1 }, seq, seq - 1);
            commit = commit with { Change = commit.Change with { Assistant = new("shop-assistant", "Shop assistant", null, metadata) } };
            Assert.Equal(CommitResult.Saved, await writer.CommitAsync(commit, default));
        }

        Assert.Equal("""{"assistant":"old"}""", database.Scalar<string>("SELECT metadata FROM ai_conversations WHERE tenant_id = 1"));
    }
}
