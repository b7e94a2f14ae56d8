using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Writing;

/// <summary>The finished rows of <c>conversation_turns</c>. A column of a turn is named here, with its value, and in <see cref="Model.TurnRow"/>.</summary>
internal sealed class TurnRowStatements
{
    public const string Done = "SELECT 1 FROM conversation_turns WHERE tenant_id = @tenant_id AND id = @id AND status = 'done'";

    public const string Claimed = "SELECT 1 FROM conversation_turns WHERE tenant_id = @tenant_id AND id = @id AND status = 'claimed'";

    private static readonly SqlColumn<TurnCommit>[] s_key =
    [
        new("tenant_id", SqlType.Long, commit => commit.Tenant.TenantId),
        new("id", SqlType.Id, commit => commit.Turn.Id),
    ];

    /// <summary>What the turn came to; a claim has none of it.</summary>
    private static readonly SqlColumn<TurnCommit>[] s_outcome =
    [
        new("engine", SqlType.Text, commit => commit.Turn.Engine),
        new("stage", SqlType.Text, commit => commit.Turn.Stage),
        new("flow_version_id", SqlType.Long, commit => commit.Turn.FlowVersionId),
        new("state_before", SqlType.Text, commit => commit.Turn.StateBefore),
        new("state_after", SqlType.Text, commit => commit.Turn.StateAfter),
        new("trace", SqlType.Text, commit => commit.Turn.Trace),
        new("outside_answers", SqlType.Text, commit => commit.Turn.OutsideAnswers),
        new("reply", SqlType.Text, commit => commit.Turn.Reply),
        new("failure_code", SqlType.Text, commit => commit.Turn.FailureCode),
        new("model", SqlType.Text, commit => commit.Turn.Model),
        new("input_tokens", SqlType.Integer, commit => commit.Turn.InputTokens),
        new("output_tokens", SqlType.Integer, commit => commit.Turn.OutputTokens),
        new("cost", SqlType.Number, commit => commit.Turn.Cost?.Amount),
        new("cost_currency", SqlType.Text, commit => commit.Turn.Cost?.Currency),
        new("price_version", SqlType.Text, commit => commit.Turn.Cost?.PriceVersion),
        new("used_cost_units", SqlType.Long, commit => CostUnits.Of(commit.Spending.Cost?.Amount ?? 0)),
        new("used_currency", SqlType.Text, commit => commit.Spending.Cost?.Currency),
        new("is_unpriced", SqlType.Flag, commit => commit.Spending.IsUnpriced),
        new("duration_ms", SqlType.Real, commit => commit.Turn.DurationMs),
        new("handover", SqlType.Text, commit => commit.Turn.Handover),
        new("fallback_from", SqlType.Text, commit => commit.Turn.FallbackFrom),
        new("fallback_code", SqlType.Text, commit => commit.Turn.FallbackCode),
        new("comparisons", SqlType.Text, ComparisonRequests.Write),
        new("language", SqlType.Text, commit => commit.Change.Language),
        new("messages", SqlType.Integer, commit => commit.Messages.Count),
        new("ended_at", SqlType.Time, commit => commit.Change.UpdatedAt),
        new("status", SqlType.Text, _ => "done"),
        new("lease_until", SqlType.Time, _ => null),
    ];

    /// <summary>Who asked; a claim says it before.</summary>
    private static readonly SqlColumn<TurnCommit>[] s_request =
    [
        new("instance_id", SqlType.Text, commit => commit.Tenant.InstanceId),
        new("seq", SqlType.Integer, commit => commit.Turn.Seq),
        new("caller", SqlType.Text, commit => commit.Turn.Caller),
        new("idempotency_key", SqlType.Text, commit => commit.Turn.IdempotencyKey),
        new("body_hash", SqlType.Text, commit => commit.Turn.BodyHash),
        new("started_at", SqlType.Time, commit => commit.Turn.StartedAt),
    ];

    private static readonly SqlColumn<TurnCommit>[] s_all = [.. s_key, .. s_outcome, .. s_request];
    private static readonly SqlColumn<TurnCommit>[] s_completed = [.. s_key, .. s_outcome];

    private readonly string _insert;
    private readonly string _complete;

    public TurnRowStatements(SqlDialect dialect)
    {
        _insert = dialect.IntoTurns("conversation_turns", [.. s_all.Select(column => column.Name)]);

        // A claim that was taken over is not found.
        _complete = dialect.One($"""
            UPDATE conversation_turns SET {string.Join(", ", s_outcome.Select(column => $"{column.Name} = @{column.Name}"))}
            WHERE tenant_id = @tenant_id AND id = @id AND status = 'claimed'
            """);
    }

    public SqlStatement Write(TurnCommit commit) => commit.Turn.WasClaimed
        ? With(new SqlStatement(_complete) { ChangesOne = true }, s_completed, commit)
        : With(new SqlStatement(_insert), s_all, commit).With("public_id", commit.Conversation.PublicId);

    private static SqlStatement With(SqlStatement statement, SqlColumn<TurnCommit>[] columns, TurnCommit commit)
    {
        foreach (var column in columns)
        {
            statement.With(column.Name, column.Type, column.Value(commit));
        }

        return statement;
    }
}
