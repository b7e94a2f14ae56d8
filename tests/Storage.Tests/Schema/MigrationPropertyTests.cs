using FlowEngine.Storage.Schema;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Storage.Tests.Schema;

public sealed class MigrationPropertyTests
{
    [Fact]
    public async Task UpAsync_AnySubsetOfTheSchemaInAnyTypes_IsMadeWholeAndKeepsEveryValue()
    {
        var wanted = await RandomSchema.ReadModelAsync();
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), async seed =>
        {
            await using var database = await TestDatabase.OfAsync(DatabaseNames.Sqlite, new RandomSchema(wanted, seed).Sql());
            var before = SchemaText.Values(database);
            var migrator = database.Get<SchemaMigrator>();

            await migrator.UpAsync("a copy is there", default);

            var after = SchemaText.Values(database);
            Assert.Empty((await migrator.StatusAsync(default)).Differences);
            Assert.Empty((await migrator.UpAsync(null, default)).Applied);
            Assert.Empty(before.Where(value => after.GetValueOrDefault(value.Key) != value.Value && !RandomSchema.MayChange(value.Key)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }
}
