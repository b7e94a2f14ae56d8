using FlowEngine.Chat.Timeouts;
using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Comparisons;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.History;
using FlowEngine.Storage.Tests.Turns;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Storage.Tests.PostgreSql;

/// <summary>With 100,000 conversations, nothing that a turn does reads a table from one end to the other.</summary>
public sealed class IndexUseTests
{
    private const string Fill = """
        INSERT INTO ai_conversations (tenant_id, instance_id, public_id, session_id, language, status, row_version, is_active, created_at,
          updated_at, expires_at)
        SELECT 1, 'test', gen_random_uuid(), 'old' || i, 'tr', 'waiting', 1, true, now(), now(),
          CASE WHEN i % 10 = 0 THEN timestamptz '2027-01-01' + i * interval '1 second' END
        FROM generate_series(1, 100000) i;
        INSERT INTO conversation_turns (id, tenant_id, instance_id, conversation_id, seq, status, caller, idempotency_key, body_hash,
          started_at, input_tokens, output_tokens, duration_ms)
        SELECT gen_random_uuid(), 1, 'test', id, 1, 'done', 'session:' || session_id, 'k', 'h', now(), 0, 0, 0 FROM ai_conversations;
        INSERT INTO ai_conversation_messages (tenant_id, instance_id, conversation_id, message_id, role, kind, content, engine, created_at)
        SELECT 1, 'test', id, 'm' || id, 'user', 'text', 'x', 'v2', now() FROM ai_conversations;
        INSERT INTO effects (tenant_id, instance_id, key, turn_id, conversation_id, kind, type, node_id, payload, status, created_at, updated_at)
        SELECT 1, 'test', 'e' || id, gen_random_uuid(), id, 'external', 'webhook', '1', '{}', 'done', now(), now() FROM ai_conversations;
        INSERT INTO parallel_runs (tenant_id, instance_id, public_id, conversation_id, turn_id, seq, stage, answered_by, candidate, mode, sample,
          result, expired_rule, control_ms, candidate_tokens, attempts, created_at, finished_at)
        SELECT 1, 'test', gen_random_uuid(), id, gen_random_uuid(), 1, 'shadow', 'v1', 'v2', 'resync', 100,
          CASE WHEN id % 1000 = 0 THEN 'pending' ELSE 'matched' END, false, 1, 0, 0, now() - id * interval '1 second', now() FROM ai_conversations;
        INSERT INTO candidate_states (tenant_id, instance_id, conversation_id, engine, mode, after_seq, state, updated_at)
        SELECT 1, 'test', id, 'v2', 'resync', 1, '{"v":1}', now() FROM ai_conversations;
        ANALYZE;
        """;

    private const string Tables = "'ai_conversations', 'conversation_turns', 'ai_conversation_messages', 'effects', 'parallel_runs', 'candidate_states'";

    [PostgreSqlFact]
    public async Task Turns_WithAHundredThousandConversations_SearchIndexes()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseNames.PostgreSql);
        database.Raw(Fill);
        database.Raw("SELECT pg_stat_force_next_flush()");
        var before = SequentialScans(database);

        await using (var service = database.Beside())
        {
            await service.GetRequiredService<IOrphanedClaims>().DropAsync(default);
            await CompareAsync(service, database.Tenant);
            for (var i = 0; i < 8; i++)
            {
                await TalkAsync(service, database.Tenant, $"s{i}");
            }
        }

        // A connection tells what it read when it ends.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (database.Scalar<long>($"SELECT COUNT(*) FROM pg_stat_user_tables WHERE relname IN ({Tables}) AND idx_scan > 0") < 6)
        {
            await Task.Delay(50, patience.Token);
        }

        Assert.Equal(before, SequentialScans(database));
    }

    /// <summary>The comparisons' worker, and who reads what it made.</summary>
    private static async Task CompareAsync(ServiceProvider service, TenantKey tenant)
    {
        var queue = service.GetRequiredService<ComparisonQueue>();
        Assert.Equal(100, await queue.BacklogAsync(TestDatabase.Instance, 5_000, default));
        var waiting = Assert.Single(await queue.TenantsAsync(TestDatabase.Instance, default));
        var open = await queue.OpenAsync(waiting, 64, default);
        Assert.Equal(64, open.Count);
        var taken = await queue.TakeAsync([open[0]], TimeSpan.FromMinutes(1), default);
        await queue.FinishAsync(
            [new() { Run = taken[0], Result = "matched", State = """{"v":1}""", CandidateMs = 1, Day = new DateOnly(2026, 11, 22) }], default);
        var effects = service.GetRequiredService<ControlEffects>();
        await effects.ResultAsync(tenant, "e1", default);
        await new HistoryBefore(service.GetRequiredService<ISqlReads>(), taken[0].TurnId).NewestAsync(tenant, taken[0].ConversationId, 10, false, default);
        await service.GetRequiredService<IConversationHistory>().NewestAsync(tenant, taken[0].ConversationId, 10, false, default);
        var store = service.GetRequiredService<ComparisonStore>();
        Assert.Equal(51, (await store.ListAsync(tenant, new(), null, 51, default)).Count);
        Assert.NotNull(await store.FindAsync(tenant, taken[0].Id, default));
    }

    private static long SequentialScans(TestDatabase database) =>
        database.Scalar<long>($"SELECT SUM(seq_scan) FROM pg_stat_user_tables WHERE relname IN ({Tables})");

    private static async Task TalkAsync(ServiceProvider service, TenantKey tenant, string session)
    {
        var (writer, reader) = (service.GetRequiredService<ITurnWriter>(), service.GetRequiredService<ITurnReader>());
        var head = Sample.Head(session: session);
        var claim = Sample.Claim(tenant, head) with { Caller = $"session:{session}" };
        await writer.ClaimAsync(claim, default);
        var intent = new EffectIntent(EffectKind.External, "webhook", "node", $"{claim.TurnId}:1", Value.Null);
        await service.GetRequiredService<IEffectLedger>().IntendAsync(tenant, head.PublicId, claim.TurnId, intent, default);
        await service.GetRequiredService<IEffectLedger>().DoneAsync(tenant, intent.Key, Value.Null, default);
        await writer.CommitAsync(Sample.Commit(tenant, head) with { Turn = Sample.Turn(1, claim.TurnId, claimed: true) }, default);
        await writer.CommitAsync(Sample.Commit(tenant, head with { IsNew = false }, seq: 2, rowVersion: 1), default);

        Assert.Equal(2, (await reader.ConversationAsync(tenant, head.PublicId, default))!.LastSeq);
        Assert.Equal(head.PublicId, (await reader.NewestOfSessionAsync(tenant, session, TestDatabase.Now.AddDays(-1), default))!.Head.PublicId);
        Assert.NotNull(await reader.AnsweredAsync(tenant, claim.Caller, "k1", "hash", default));
        var conversations = service.GetRequiredService<ConversationStore>();
        var summary = await conversations.FindAsync(tenant, head.PublicId, default);
        Assert.Equal(4, (await conversations.MessagesAsync(tenant, summary!.RowId, null, 50, default)).Count);
        Assert.Single(await conversations.ListAsync(tenant, session, null, 50, default));
        await service.GetRequiredService<IDueWaits>().FindAsync(TestDatabase.Instance, TestDatabase.Now, null, 100, default);
    }
}
