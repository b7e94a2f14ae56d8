using FlowEngine.Storage.Schema;

namespace FlowEngine.Storage.Tests.Schema;

public sealed class BrokenOffTests
{
    [DatabaseTheory]
    [InlineData("")]
    [InlineData(LegacySql.HandMade)]
    public async Task UpAsync_BrokenOffBeforeEachStatement_LeavesAllAsItWasAndTheNextFinishes(string on, string sql)
    {
        var (left, isWhole) = (0, on != DatabaseNames.MySql);
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
            // Where each change is committed by itself, the next run goes on from there.
            left = broken;
            var fault = await Record.ExceptionAsync(() => isWhole
                ? database.Get<IDatabaseSchema>().ApplyAsync(steps, default)
                : migrator.UpAsync("a copy is there", default));
            ended = fault is null;
            Assert.True(ended || fault is OperationCanceledException, fault?.ToString());
            Assert.True(ended || !isWhole || schema.SequenceEqual(SchemaText.Lines(database)));
            Assert.True(ended || !isWhole || broken % 16 != 0 || values.OrderBy(value => value.Key).SequenceEqual(SchemaText.Values(database).OrderBy(value => value.Key)));
        }

        Assert.True(broken > (isWhole ? 60 : 10));
        Assert.Empty(MigrationStateTests.Changed(values, SchemaText.Values(database)));
        Assert.Empty(SchemaText.Lines(fresh).Except(SchemaText.Lines(database)));
        Assert.Equal(SchemaState.Current, (await migrator.StatusAsync(default)).State);
    }
}
