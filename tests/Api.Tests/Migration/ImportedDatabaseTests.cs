using FlowEngine.Cli;
using FlowEngine.Moving.Generating;
using FlowEngine.Moving.Importing;
using FlowEngine.Storage.Legacy;
using FlowEngine.Storage.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Migration;

public sealed class ImportedDatabaseTests
{
    [PostgreSqlFact]
    public async Task Run_OnAGeneratedDatabase_CarriesWhatItCarriesOnSqlite()
    {
        await using var world = await LegacyWorld.CreateAsync(conversations: 120);
        var expected = await world.ImportAsync();
        await using var home = await DatabaseHome.ForAsync(DatabaseNames.PostgreSql);
        await using var host = CommandHost.Build(home.Settings);
        await host.Services.GetRequiredService<SchemaMigrator>().UpAsync(null, default);
        var import = host.Services.GetRequiredService<LegacyImport>();
        var options = new ImportOptions(world.Central, world.TenantDatabases, new Dictionary<long, string>());

        var (first, _) = await import.RunAsync(options, _ => { }, default);
        var (second, _) = await import.RunAsync(options, _ => { }, default);

        Assert.Equal(expected.Tables, first!.Tables);
        Assert.All(second!.Tables, table => Assert.Equal((0, 0), (table.Imported, table.Updated)));
        Assert.Equal(
            world.Query("SELECT message_id || ' ' || content FROM main.ai_conversation_messages ORDER BY message_id"),
            home.Query("SELECT message_id || ' ' || content FROM ai_conversation_messages ORDER BY message_id", row => row.GetString(0)));
    }

    [PostgreSqlFact]
    public Task LegacyDatabaseOnPostgreSql_IsGeneratedCountedAndImportedAsOnSqlite() => LegacyDatabaseAsync(DatabaseNames.PostgreSql);

    [MySqlFact]
    public Task LegacyDatabaseOnMySql_IsGeneratedCountedAndImportedAsOnSqlite() => LegacyDatabaseAsync(DatabaseNames.MySql);

    [Fact]
    public void Source_ThatNoBuildReads_SaysWhatToDo() =>
        Assert.Contains("--from-dump", Assert.Throws<InvalidDataException>(() => new SourceDatabases([]).Of("Server=db;Database=shop")).Message, StringComparison.Ordinal);

    private static async Task LegacyDatabaseAsync(string on)
    {
        await using var world = await LegacyWorld.CreateAsync(conversations: 120);
        var (expected, counted) = (await world.ImportAsync(), await world.StatusAsync());
        await using var legacy = await DatabaseHome.ForAsync(on);
        await using var home = await DatabaseHome.ForAsync(on);
        await using var host = CommandHost.Build(home.Settings);
        await host.Services.GetRequiredService<SchemaMigrator>().UpAsync(null, default);
        var databases = await host.Services.GetRequiredService<LegacyDatabaseFile>()
            .WriteAsync(legacy.ConnectionString, new GeneratorOptions(120, 3, 1), default);

        var report = host.Services.GetRequiredService<ConversationStatusReport>();
        var (status, _) = await report.ReadAsync(legacy.ConnectionString, databases, default);
        var import = host.Services.GetRequiredService<LegacyImport>();
        var options = new ImportOptions(legacy.ConnectionString, databases, new Dictionary<long, string>());
        var (first, refusal) = await import.RunAsync(options, _ => { }, default);
        var (second, _) = await import.RunAsync(options, _ => { }, default);

        Assert.Null(refusal);
        Assert.Equal(counted.Tenants, status!.Tenants);
        Assert.Equal(counted.Wrong.Select(kind => (kind.Table, kind.Code, kind.Count)), status.Wrong.Select(kind => (kind.Table, kind.Code, kind.Count)));
        Assert.Equal(expected.Tables, first!.Tables);
        Assert.All(second!.Tables, table => Assert.Equal((0, 0), (table.Imported, table.Updated)));

        var (own, _) = await report.ReadAsync(home.ConnectionString, new Dictionary<long, string>(), default);
        Assert.Equal("own", own!.Kind);
        Assert.Equal((await world.StatusAsync($"Data Source={world.Ours.FilePath}")).Conversations, own.Conversations);
    }
}
