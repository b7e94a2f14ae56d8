using FlowEngine.Api.Cli;
using FlowEngine.Api.Migration;
using FlowEngine.Storage.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Migration;

public sealed class PostgreSqlImportTests
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
}
