using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Tests.Turns;

namespace FlowEngine.Storage.Tests.Statements;

/// <summary>What the statements of a turn ask of every database.</summary>
public sealed class StatementRunnerTests
{
    private const string Table = "ai_conversation_messages";

    private static readonly string[] s_shared = ["tenant_id", "instance_id", "turn_id"];

    private static readonly SqlColumn<Row>[] s_columns =
    [
        new("message_id", SqlType.Text, row => row.Id),
        new("role", SqlType.Text, _ => "user"),
        new("kind", SqlType.Text, _ => "text"),
        new("content", SqlType.Text, row => row.Content),
        new("payload", SqlType.Text, row => row.Payload),
        new("engine", SqlType.Text, _ => "v2"),
        new("created_at", SqlType.Time, _ => TestDatabase.Now),
    ];

    [DatabaseFact]
    public async Task RunAsync_ChangeThatFindsNoRow_KeepsNothing(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var runner = database.Get<IStatementRunner>();

        Assert.False(await runner.RunAsync([Rename(runner, tenant: 1, "first"), Rename(runner, tenant: 77, "nobody"), Rename(runner, tenant: 2, "last")], default));

        Assert.Equal("one,two", database.Scalar<string>("SELECT MIN(name) || ',' || MAX(name) FROM tenants"));
        Assert.True(await runner.RunAsync([Rename(runner, tenant: 1, "first"), Rename(runner, tenant: 2, "last")], default));
        Assert.Equal("first,last", database.Scalar<string>("SELECT MIN(name) || ',' || MAX(name) FROM tenants"));
    }

    [DatabaseFact]
    public async Task CountAsync_RowThatIsThere_IsRefusedAndKeepsNothing(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var runner = database.Get<IStatementRunner>();

        Assert.Equal(1, await runner.CountAsync([Usage(runner, turns: 1, onConflict: "")], default));
        Assert.Null(await runner.CountAsync([Rename(runner, tenant: 1, "first"), Usage(runner, turns: 2, onConflict: "")], default));

        Assert.Equal("one", database.Scalar<string>("SELECT name FROM tenants WHERE id = 1"));
        Assert.Equal(1, database.Scalar<long>("SELECT turns FROM tenant_usage"));
    }

    [DatabaseFact]
    public async Task OnConflict_RowThatIsThere_IsLeftOrChanged(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var runner = database.Get<IStatementRunner>();
        const string Key = "tenant_id, instance_id, day, slot";
        var plus = runner.Dialect.OnConflict(Key, $"turns = tenant_usage.turns + {runner.Dialect.New("turns")}");

        Assert.True(await runner.RunAsync([Usage(runner, turns: 1, plus), Usage(runner, turns: 4, plus)], default));
        Assert.True(await runner.RunAsync([Usage(runner, turns: 9, runner.Dialect.OnConflict(Key))], default));

        Assert.Equal(5, database.Scalar<long>("SELECT turns FROM tenant_usage"));
    }

    [DatabaseTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Insert_RowsOfAConversation_AreThereInTheirOrder(string on, int count)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var runner = database.Get<IStatementRunner>();
        var head = Sample.Head();
        await database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, head) with { Messages = [] }, default);
        var rows = Enumerable.Range(0, count).Select(at => new Row($"m{at}", $"şarkı 'n' \"{at}\" 👩‍💻", at % 2 == 0 ? null : "{}")).ToList();

        var inserts = new ConversationRows<Row>(runner.Dialect, Table, s_shared, s_columns).Insert(
            rows,
            statement => statement.With("tenant_id", 1L).With("instance_id", TestDatabase.Instance).With("public_id", head.PublicId).With("turn_id", Guid.NewGuid()));
        Assert.True(await runner.RunAsync([Touch(runner, head), .. inserts], default));

        Assert.Equal(
            rows,
            database.Query("SELECT message_id, content, payload FROM ai_conversation_messages ORDER BY id",
                row => new Row(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2))));
    }

    [DatabaseFact]
    public async Task With_ValuesOfEveryType_AreReadBackAsTheyWere(string on)
    {
        await using var database = await TestDatabase.CreateAsync(on);
        var head = Sample.Head();
        var turn = Sample.Turn(1) with
        {
            Cost = new(0.123456789m, "USD", "v1"),
            DurationMs = 0.1 + 0.2,
            InputTokens = int.MaxValue,
            FlowVersionId = 1L << 40,
            StartedAt = new(2026, 3, 29, 2, 30, 0, 123, 456, TimeSpan.FromHours(3)),
        };
        Assert.Equal(CommitResult.Saved, await database.Get<ITurnWriter>().CommitAsync(Sample.Commit(database.Tenant, head) with { Turn = turn }, default));

        using var context = database.Get<ITenantDb>().Open(database.Tenant);
        var row = Assert.Single(context.Turns.ToList());
        Assert.Equal(
            (turn.Id, turn.Cost.Amount, turn.DurationMs, turn.InputTokens, turn.FlowVersionId, turn.StartedAt, (string?)null, (bool?)false),
            (row.Id, row.Cost, row.DurationMs, row.InputTokens, row.FlowVersionId, row.StartedAt, row.FailureCode, row.IsUnpriced));
    }

    private static SqlStatement Rename(IStatementRunner runner, long tenant, string name) =>
        new SqlStatement(runner.Dialect.One("UPDATE tenants SET name = @name WHERE id = @tenant_id")) { ChangesOne = true }
            .With("name", name).With("tenant_id", tenant);

    private static SqlStatement Touch(IStatementRunner runner, ConversationHead head) =>
        new SqlStatement(runner.Dialect.One("UPDATE ai_conversations SET language = @language WHERE tenant_id = @tenant_id AND public_id = @public_id"))
        {
            ChangesOne = true, Gives = "conversation_id",
        }
        .With("language", "en").With("tenant_id", 1L).With("public_id", head.PublicId);

    private static SqlStatement Usage(IStatementRunner runner, int turns, string onConflict) => new SqlStatement(
        runner.Dialect.Into("tenant_usage", ["tenant_id", "instance_id", "day", "slot", "turns", "input_tokens", "output_tokens", "cost_units", "unpriced_turns"])
        + onConflict)
        .With("tenant_id", 1L).With("instance_id", TestDatabase.Instance).With("day", "2026-11-22").With("slot", 0).With("turns", turns)
        .With("input_tokens", 0).With("output_tokens", 0).With("cost_units", 0L).With("unpriced_turns", 0);

    private sealed record Row(string Id, string Content, string? Payload);
}
