using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Tests.Schema;

public sealed class MigrationDownTests
{
    [DatabaseFact]
    public async Task DownAsync_WithoutRows_LeavesNothing(string on)
    {
        await using var database = await TestDatabase.AbsentAsync(on);
        var migrator = database.Get<SchemaMigrator>();
        await migrator.UpAsync(null, default);

        var down = await migrator.DownAsync(null, default);

        Assert.Empty(down.Plan.Refused);
        Assert.Null(down.Backup);
        Assert.Equal(SchemaState.Empty, (await migrator.StatusAsync(default)).State);
        Assert.Empty((await migrator.DownAsync(null, default)).Plan.Steps);
        Assert.NotEmpty((await migrator.UpAsync(null, default)).Applied);
    }

    [DatabaseFact]
    public async Task DownAsync_LegacyAfterUp_TakesTheLegacyShapeAgain(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.V1 + "DELETE FROM ai_conversations WHERE id = 3;"));
        var migrator = database.Get<SchemaMigrator>();
        var before = SchemaText.Values(database);
        await migrator.UpAsync(null, default);

        var down = await migrator.DownAsync(null, default);

        Assert.True(File.Exists(down.Backup));
        Assert.DoesNotContain(down.Plan.Refused, refusal => refusal.StartsWith("column", StringComparison.Ordinal));
        Assert.True(SchemaText.HasIndex(database, "ai_conversations_session_id_unique"));
        Assert.False(SchemaText.HasColumn(database, "ai_conversations", "public_id"));
        Assert.False(SchemaText.HasColumn(database, "ai_conversations", "context_data"));
        Assert.Empty(before.Keys.Except(SchemaText.Values(database).Keys));
        Assert.Equal("schema.down", database.Scalar<string>("SELECT action FROM audit_logs ORDER BY id DESC LIMIT 1"));
    }

    [DatabaseFact]
    public async Task DownAsync_WhatWouldBeLost_IsRefusedByNameAndUpIsWholeAgain(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.HandMade));
        var migrator = database.Get<SchemaMigrator>();
        await migrator.UpAsync(null, default);
        database.Raw("UPDATE ai_conversations SET row_version = 4 WHERE id = 1");
        var before = SchemaText.Values(database);

        var plan = await migrator.DownPlanAsync(default);
        var down = await migrator.DownAsync("a copy is there", default);
        await migrator.UpAsync(null, default);

        Assert.Equal(plan.Refused, down.Plan.Refused);
        Assert.Contains("column ai_conversations.context_data stays: 2 rows have a value of their own", plan.Refused);
        Assert.Contains("column ai_conversations.row_version stays: 1 rows have a value of their own", plan.Refused);
        Assert.Contains("table bot_settings stays: it has 5 rows", plan.Refused);
        Assert.Contains(plan.Refused, refusal => refusal.StartsWith("index ai_conversations_session_id_unique is not made: 1 sessions", StringComparison.Ordinal));
        Assert.Equal(SchemaState.Current, (await migrator.StatusAsync(default)).State);
        var after = SchemaText.Values(database);
        Assert.Empty(before.Where(value => after.GetValueOrDefault(value.Key) != value.Value));
    }

    [DatabaseFact]
    public async Task DownAsync_NeverMigrated_DoesNothing(string on)
    {
        await using var database = await TestDatabase.OfAsync(on, LegacySql.On(on, LegacySql.V1));
        var before = SchemaText.Lines(database);

        var down = await database.Get<SchemaMigrator>().DownAsync(null, default);

        Assert.Empty(down.Plan.Steps);
        Assert.Equal(before, SchemaText.Lines(database));
    }
}
