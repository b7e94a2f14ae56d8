using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>The finished rows of <c>conversation_turns</c>.</summary>
internal static class TurnStatements
{
    private static readonly string[] s_columns =
    [
        "tenant_id", "id", "engine", "stage", "flow_version_id", "state_before", "state_after", "trace", "outside_answers", "reply",
        "failure_code", "model", "input_tokens", "output_tokens", "cost", "cost_currency", "price_version", "used_cost_units", "used_currency", "is_unpriced",
        "duration_ms", "handover", "fallback_from", "fallback_code", "comparisons", "instance_id", "conversation_id", "seq", "status",
        "caller", "idempotency_key", "body_hash", "started_at",
    ];

    private static readonly string s_insert = Insert.Into("conversation_turns", s_columns);

    private const string Complete = """
        UPDATE conversation_turns SET
          engine = @engine, stage = @stage, flow_version_id = @flow_version_id, state_before = @state_before,
          state_after = @state_after, trace = @trace, outside_answers = @outside_answers, reply = @reply,
          failure_code = @failure_code, model = @model, input_tokens = @input_tokens, output_tokens = @output_tokens,
          cost = @cost, cost_currency = @cost_currency, price_version = @price_version,
          used_cost_units = @used_cost_units, used_currency = @used_currency, is_unpriced = @is_unpriced, duration_ms = @duration_ms,
          handover = @handover, fallback_from = @fallback_from, fallback_code = @fallback_code, comparisons = @comparisons, status = 'done', lease_until = NULL
        WHERE tenant_id = @tenant_id AND id = @id AND status = 'claimed'
        """;

    /// <returns>False where the turn's claim was taken over.</returns>
    public static bool Write(StatementCache db, TurnCommit commit, string? asked, long conversation)
    {
        var (turn, spent) = (commit.Turn, commit.Spending);
        (string, object?)[] values =
        [
            ("tenant_id", commit.Tenant.TenantId), ("id", turn.Id), ("engine", turn.Engine), ("stage", turn.Stage),
            ("flow_version_id", turn.FlowVersionId), ("state_before", turn.StateBefore), ("state_after", turn.StateAfter),
            ("trace", turn.Trace), ("outside_answers", turn.OutsideAnswers), ("reply", turn.Reply),
            ("failure_code", turn.FailureCode), ("model", turn.Model), ("input_tokens", turn.InputTokens),
            ("output_tokens", turn.OutputTokens), ("cost", turn.Cost?.Amount), ("cost_currency", turn.Cost?.Currency),
            ("price_version", turn.Cost?.PriceVersion), ("used_cost_units", CostUnits.Of(spent.Cost?.Amount ?? 0)),
            ("used_currency", spent.Cost?.Currency), ("is_unpriced", spent.IsUnpriced), ("duration_ms", turn.DurationMs),
            ("handover", turn.Handover), ("fallback_from", turn.FallbackFrom), ("fallback_code", turn.FallbackCode),
            ("comparisons", asked),
        ];
        if (turn.WasClaimed)
        {
            return db.Execute(Complete, values) == 1;
        }

        db.Execute(
            s_insert,
            [
                .. values, ("instance_id", commit.Tenant.InstanceId), ("conversation_id", conversation), ("seq", turn.Seq),
                ("status", "done"), ("caller", turn.Caller), ("idempotency_key", turn.IdempotencyKey),
                ("body_hash", turn.BodyHash), ("started_at", turn.StartedAt),
            ]);
        return true;
    }
}
