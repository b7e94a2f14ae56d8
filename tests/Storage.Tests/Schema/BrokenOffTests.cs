using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Tests.Schema;

public sealed class BrokenOffTests
{
    [DatabaseTheory]
    [InlineData("")]
    [InlineData(LegacySql.HandMade)]
    public async Task UpAsync_BrokenOffBeforeEachStatement_LeavesAllAsItWasAndTheNextFinishes(string on, string sql)
    {
        var left = 0;
        await using var database = await TestDatabase.OfAsync(
            on,
            LegacySql.On(on, sql) + (on == DatabaseNames.Sqlite ? ";PRAGMA journal_mode=WAL" : ""),
            statement => _ = left-- > 0 ? statement : throw new OperationCanceledException(statement));
        await using var fresh = await TestDatabase.CreateAsync(on);
        var (schema, values) = (SchemaText.Lines(database), SchemaText.Values(database));
        var migrator = database.Get<SchemaMigrator>();
        var steps = (await migrator.StatusAsync(default)).Steps;

        var (broken, ended) = (0, false);
        for (; !ended; broken++)
        {
            left = broken;
            var fault = await Record.ExceptionAsync(() => database.Get<IDatabaseSchema>().ApplyAsync(steps, default));
            ended = fault is null;
            Assert.True(ended || fault is OperationCanceledException, fault?.ToString());
            Assert.True(ended || schema.SequenceEqual(SchemaText.Lines(database)));
            Assert.True(ended || broken % 16 != 0 || values.OrderBy(value => value.Key).SequenceEqual(SchemaText.Values(database).OrderBy(value => value.Key)));
        }

        Assert.True(broken > 60);
        Assert.Empty(SchemaText.Lines(fresh).Except(SchemaText.Lines(database)));
        Assert.Equal(SchemaState.Current, (await migrator.StatusAsync(default)).State);
    }
}
