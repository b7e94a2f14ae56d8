using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;
using FlowEngine.Storage.Schema;
using FlowEngine.Storage.Tests.Turns;

namespace FlowEngine.Storage.Tests.Schema;

/// <summary>
/// A database of the last release, 0.1.0, as its programs dumped it. Its processes go on beside ours on the migrated schema until they are replaced:
/// what they look for is there as they made it, and the rows that they write are taken.
/// </summary>
public sealed class RollingUpgradeTests
{
    private const string Conversation = "019ab000-0000-7000-8000-000000000001";
    private const string Columns = "tenant_id, instance_id, conversation_id";

    [DatabaseFact]
    public async Task UpAsync_DatabaseOfTheLastRelease_KeepsEveryValue(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, Release(on));
        var before = SchemaText.Values(database);

        var result = await database.Get<SchemaMigrator>().UpAsync("a copy", default);

        Assert.Equal((SchemaState.Behind, SchemaLevel.Hybrid), (result.Before.State, result.Before.Level));
        Assert.DoesNotContain(result.Applied, step => step.Contains("as the model", StringComparison.Ordinal));
        Assert.Empty((await database.Get<SchemaMigrator>().StatusAsync(default)).Differences);
        Assert.Empty(MigrationStateTests.Changed(before, SchemaText.Values(database)));
    }

    [DatabaseFact]
    public async Task UpAsync_BesideTheLastRelease_LeavesWhatItLooksFor(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, Release(on));
        var schema = database.Get<IDatabaseSchema>();
        var release = await schema.ReadAsync(default);

        await database.Get<SchemaMigrator>().UpAsync("a copy", default);
        var now = await schema.ReadAsync(default);

        Assert.Subset(now.History.ToHashSet(StringComparer.Ordinal), release.History.ToHashSet(StringComparer.Ordinal));
        Assert.Subset(now.Objects.ToHashSet(StringComparer.OrdinalIgnoreCase), release.Objects.ToHashSet(StringComparer.OrdinalIgnoreCase));
        Assert.Empty(
            from table in release.Tables
            from column in table.Value.Columns.Values
            where !now.Tables[table.Key].Columns.TryGetValue(column.Name, out var has) || !column.IsLike(has)
            select $"{table.Key}.{column.Name}");
        Assert.Empty(
            from table in release.Tables
            from column in now.Tables[table.Key].Columns.Values
            where column.IsRequired && !table.Value.Has(column.Name)
            select $"{table.Key}.{column.Name} must be given");
        Assert.Empty(
            from table in release.Tables
            from index in now.Tables[table.Key].Indexes
            where index.IsUnique && !table.Value.Indexes.Any(index.IsLike) && index.Columns.All(column => table.Value.Has(column.Split(' ')[0]))
            select $"{index.Name} forbids rows that the release writes");
    }

    [DatabaseFact]
    public async Task Commit_TurnsOfBothReleases_FollowEachOther(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, Release(on));
        await database.Get<SchemaMigrator>().UpAsync("a copy", default);
        var (reader, writer) = (database.Get<ITurnReader>(), database.Get<ITurnWriter>());

        Theirs(database, seq: 3);
        var loaded = await reader.ConversationAsync(database.Tenant, Guid.Parse(Conversation), default);
        Assert.Equal((3, 3, "node-3"), (loaded!.LastSeq, loaded.RowVersion, loaded.CurrentNodeId));
        Assert.Equal(CommitResult.Saved, await writer.CommitAsync(Sample.Commit(database.Tenant, loaded.Head, seq: 4, rowVersion: 3), default));
        Theirs(database, seq: 5);

        Assert.Equal(5, (await reader.ConversationAsync(database.Tenant, Guid.Parse(Conversation), default))!.LastSeq);
        Assert.Equal(5, database.Scalar<long>("SELECT COUNT(*) FROM conversation_turns WHERE status = 'done'"));
        Assert.Equal("chat", database.Scalar<string>("SELECT feature_slug FROM ai_conversations"));
    }

    /// <summary>The columns that the statements of 0.1.0 name.</summary>
    private static void Theirs(TestDatabase database, int seq) => database.Raw($"""
        UPDATE ai_conversations SET row_version = row_version + 1, status = 'waiting', language = 'tr', updated_at = '2026-11-22T11:00:00Z',
          last_turn_at = '2026-11-22T11:00:00Z', title = COALESCE(title, 'x'), current_node_id = 'node-3', context_data = '{EmptyState}', state_history = '[]',
          expires_at = NULL, feature_slug = COALESCE(feature_slug, 'x'), feature_name = COALESCE(feature_name, 'x'), prompt_id = COALESCE(prompt_id, 1),
          metadata = COALESCE(metadata, '{EmptyState}'), used_input_tokens = used_input_tokens + 1, used_output_tokens = used_output_tokens + 1,
          used_cost_units = used_cost_units + 0, unpriced_turns = unpriced_turns + 0, used_currency = COALESCE(used_currency, NULL)
        WHERE tenant_id = 1 AND instance_id = 'test' AND public_id = '{Conversation}' AND row_version = {seq - 1} AND status <> 'closed';
        INSERT INTO conversation_turns ({Columns}, id, engine, stage, flow_version_id, state_before, state_after, trace, outside_answers, reply,
          failure_code, model, input_tokens, output_tokens, cost, cost_currency, price_version, used_cost_units, used_currency, is_unpriced, duration_ms,
          handover, fallback_from, fallback_code, comparisons, seq, status, caller, idempotency_key, body_hash, started_at)
        SELECT 1, 'test', c.id, '019ab000-0000-7000-8000-00000000020{seq}', 'v2', 'live', NULL, 'a', 'b', '[]', '[]', '{EmptyState}',
          NULL, NULL, 1, 1, NULL, NULL, NULL, 0, NULL, false, 1.5, NULL, NULL, NULL, NULL, {seq}, 'done', 'session:s1', NULL, 'hash', '2026-11-22T11:00:00Z'
        FROM ai_conversations c WHERE c.tenant_id = 1 AND c.public_id = '{Conversation}';
        INSERT INTO ai_conversation_messages ({Columns}, turn_id, message_id, role, kind, content, payload, engine, created_at)
        SELECT 1, 'test', c.id, '019ab000-0000-7000-8000-00000000020{seq}', 'u-{seq}', 'user', 'text', 'merhaba', NULL, 'v2', '2026-11-22T11:00:00Z'
        FROM ai_conversations c WHERE c.tenant_id = 1 AND c.public_id = '{Conversation}';
        INSERT INTO chat_analytics ({Columns}, turn_id, engine, stage, flow_version_id, model, input_tokens, output_tokens, messages, duration_ms,
          failure_code, created_at)
        SELECT 1, 'test', c.id, '019ab000-0000-7000-8000-00000000020{seq}', 'v2', 'live', NULL, NULL, 1, 1, 1, 1.5, NULL, '2026-11-22T11:00:00Z'
        FROM ai_conversations c WHERE c.tenant_id = 1 AND c.public_id = '{Conversation}';
        INSERT INTO audit_logs (tenant_id, instance_id, actor, action, subject, created_at)
        VALUES (1, 'test', 'session:s1', 'chat.turn', '{Conversation}', '2026-11-22T11:00:00Z');
        """.Replace("T11:00:00Z", database.Provider == DatabaseNames.MySql ? " 11:00:00" : "T11:00:00.0000000Z", StringComparison.Ordinal));

    private const string EmptyState = "{}";

    private static string Release(string on)
    {
        using var stream = typeof(RollingUpgradeTests).Assembly.GetManifestResourceStream($"0.1.0.{on}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
