namespace FlowEngine.Api.Tests.Migration;

/// <summary>The figures beside those of the queries that the legacy system verified its migration with.</summary>
public sealed class ConversationStatusTests
{
    private const string Counts = """
        SELECT COUNT(*),
          SUM((feature_slug IS NOT NULL OR prompt_id IS NOT NULL) AND flow_id IS NULL AND context_data IS NULL),
          SUM((flow_id IS NOT NULL OR context_data IS NOT NULL) AND feature_slug IS NULL AND prompt_id IS NULL),
          SUM((feature_slug IS NOT NULL OR prompt_id IS NOT NULL) AND (flow_id IS NOT NULL OR context_data IS NOT NULL)),
          SUM(feature_slug IS NULL AND prompt_id IS NULL AND flow_id IS NULL AND context_data IS NULL)
        """;

    [Fact]
    public async Task Read_OfALegacyDatabase_AgreesWithItsVerificationQueries()
    {
        await using var world = await LegacyWorld.CreateAsync(conversations: 2_500);

        var view = await world.StatusAsync();

        var all = view.Conversations;
        Assert.Equal("legacy", view.Kind);
        Assert.Equal(world.Query($"{Counts} FROM old.ai_conversations"), [$"{all.Total}|{all.V1Only}|{all.V2Only}|{all.Both}|{all.Neither}"]);
        Assert.Equal(
            world.Query($"SELECT tenant_id, date(created_at), {Counts["SELECT ".Length..]} FROM old.ai_conversations GROUP BY 1, 2").Order(StringComparer.Ordinal),
            view.Tenants.Select(day =>
                $"{(day.Tenant is null ? "(null)" : $"{day.Tenant}")}|{day.Day ?? "(null)"}|{day.Conversations.Total}|{day.Conversations.V1Only}|{day.Conversations.V2Only}|{day.Conversations.Both}|{day.Conversations.Neither}")
                .Order(StringComparer.Ordinal));
        Assert.Equal((3, 3), (view.Flows.TenantsWithFlows, view.Flows.TenantsWithActiveFlows));
        Assert.Equal([5, 4, 4], view.Flows.Tenants.Select(tenant => tenant.Flows));
        Assert.Equal(
            world.Query("SELECT category, COUNT(*), SUM(is_active) FROM old.ai_workflow_nodes GROUP BY category ORDER BY category"),
            view.NodeTypes.Select(category => $"{category.Category}|{category.Types}|{category.Active}"));
        Assert.Equal(
            world.Number("SELECT COUNT(*) FROM old.ai_conversation_messages WHERE role = 'assistant' AND metadata LIKE '%workflow_engine_v2%'"),
            view.Answered.Single(answered => answered.Engine == "v2").Messages);
    }

    [Theory]
    [InlineData("orphan", "SELECT COUNT(*) FROM old.ai_conversation_messages WHERE conversation_id NOT IN (SELECT id FROM old.ai_conversations)")]
    [InlineData("duplicate_session", "SELECT COUNT(session_id) - COUNT(DISTINCT session_id) FROM old.ai_conversations")]
    [InlineData("broken_metadata", "SELECT COUNT(*) FROM old.ai_conversations WHERE metadata IS NOT NULL AND NOT json_valid(metadata)")]
    [InlineData("broken_context", "SELECT COUNT(*) FROM old.ai_conversations WHERE context_data IS NOT NULL AND NOT json_valid(context_data)")]
    [InlineData("long_state_history", "SELECT COUNT(*) FROM old.ai_conversations WHERE json_array_length(state_history) > 50")]
    [InlineData("no_tenant", "SELECT COUNT(*) FROM old.ai_conversations WHERE tenant_id IS NULL")]
    [InlineData("no_session", "SELECT COUNT(*) FROM old.ai_conversations WHERE session_id IS NULL")]
    [InlineData("unknown_prompt", "SELECT COUNT(*) FROM old.ai_conversations WHERE prompt_id NOT IN (SELECT id FROM old.ai_prompts)")]
    [InlineData("unknown_flow", "SELECT COUNT(*) FROM old.ai_conversations WHERE tenant_id IS NOT NULL AND (flow_id > 5 OR (flow_id = 5 AND tenant_id <> 1))")]
    public async Task Read_OfAFault_CountsAsManyAsSqlAndNamesSome(string code, string sql)
    {
        await using var world = await LegacyWorld.CreateAsync();

        var kind = Assert.Single((await world.StatusAsync()).Wrong, kind => kind.Code == code);

        Assert.Equal(world.Number(sql), kind.Count);
        Assert.Equal(Math.Min(5, kind.Count), kind.Examples.Count);
    }

    [Fact]
    public async Task Read_OfOurOwnDatabase_CountsWhatWasImported()
    {
        await using var world = await LegacyWorld.CreateAsync();
        var report = await world.ImportAsync();

        var view = await world.StatusAsync(world.Ours.FilePath);

        Assert.Equal("own", view.Kind);
        Assert.Equal(report.Tables.Single(table => table.Table == "ai_conversations").Imported, view.Conversations.Total);
        Assert.Equal((3, 0), (view.Flows.TenantsWithFlows, view.Flows.TenantsWithActiveFlows));
        Assert.DoesNotContain(view.Wrong, kind => kind.Code is "orphan" or "unknown_flow" or "unknown_prompt" or "duplicate_session");
    }
}
