using System.Globalization;
using FlowEngine.Api.Migration;
using FlowEngine.Moving.Generating;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Api.Tests.Migration;

public sealed class DumpImportTests
{
    [Fact]
    public async Task Read_ADumpOfAGeneratedDatabase_ImportsAsTheDatabaseItself()
    {
        var options = new GeneratorOptions(120, 2, 5);
        await using var direct = await LegacyWorld.CreateAsync(options.Conversations, options.Seed, options.Tenants);
        await using var dumped = await LegacyWorld.CreateAsync(1, 1, 1);
        var path = $"{dumped.Central}.sql";
        await File.WriteAllLinesAsync(path, LegacyGenerator.Central(options).Select(Insert));

        await direct.ImportAsync();
        using (var database = await DumpDatabase.ReadAsync(dumped.Get<SourceDatabases>(), path, default))
        {
            var (report, _) = await dumped.Get<LegacyImport>().RunAsync(new(database.Path, direct.TenantDatabases, new Dictionary<long, string>()), _ => { }, default);
            Assert.Equal(options.Conversations, report!.Tables.Single(table => table.Table == "ai_conversations").Read);
        }

        Assert.Equal(direct.Imported(), dumped.Imported());
    }

    private static string Insert(GeneratedRow row) =>
        $"INSERT INTO `{row.Table.Name}` ({string.Join(",", row.Table.Columns.Select(column => $"`{column.Name}`"))}) VALUES ({string.Join(",", row.Values.Select(Value))});";

    private static string Value(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
