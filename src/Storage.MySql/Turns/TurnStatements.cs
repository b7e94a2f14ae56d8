using FlowEngine.Chat.Turns;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.MySql.Turns;

/// <summary>The finished rows of <c>conversation_turns</c>.</summary>
internal static class TurnStatements
{
    private static readonly string s_insert = Insert.IntoConversation(
        "conversation_turns",
        "tenant_id", "id", "engine", "stage", "flow_version_id", "state_before", "state_after", "trace", "outside_answers", "reply",
        "failure_code", "model", "input_tokens", "output_tokens", "cost", "cost_currency", "price_version", "used_cost_units", "used_currency", "is_unpriced",
        "duration_ms", "handover", "fallback_from", "fallback_code", "comparisons", "instance_id", "seq", "status", "caller", "idempotency_key", "body_hash", "started_at");

    /// <summary>A claim that was taken over is not found: the guard after it sees that.</summary>
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

    private const string Done = "SELECT 1 FROM conversation_turns WHERE tenant_id = @tenant_id AND id = @id AND status = 'done'";

    public static Statement Write(TurnCommit commit)
    {
        var turn = commit.Turn;
        return turn.WasClaimed
            ? Values(Complete, commit)
            : Values(s_insert, commit)
                .With("instance_id", commit.Tenant.InstanceId).With("public_id", commit.Conversation.PublicId).With("seq", turn.Seq)
                .With("status", "done").With("caller", turn.Caller).With("idempotency_key", turn.IdempotencyKey)
                .With("body_hash", turn.BodyHash).With("started_at", turn.StartedAt);
    }

    /// <summary>A row where the turn is stored.</summary>
    public static Statement IsDone(TurnCommit commit) =>
        new Statement(Done).With("tenant_id", commit.Tenant.TenantId).With("id", commit.Turn.Id);

    private static Statement Values(string sql, TurnCommit commit)
    {
        var (turn, spent) = (commit.Turn, commit.Spending);
        return new Statement(sql)
            .With("tenant_id", commit.Tenant.TenantId).With("id", turn.Id).With("engine", turn.Engine).With("stage", turn.Stage)
            .With("flow_version_id", turn.FlowVersionId).With("state_before", turn.StateBefore).With("state_after", turn.StateAfter)
            .With("trace", turn.Trace).With("outside_answers", turn.OutsideAnswers).With("reply", turn.Reply)
            .With("failure_code", turn.FailureCode).With("model", turn.Model).With("input_tokens", turn.InputTokens)
            .With("output_tokens", turn.OutputTokens).With("cost", turn.Cost?.Amount).With("cost_currency", turn.Cost?.Currency)
            .With("price_version", turn.Cost?.PriceVersion).With("used_cost_units", CostUnits.Of(spent.Cost?.Amount ?? 0))
            .With("used_currency", spent.Cost?.Currency).With("is_unpriced", spent.IsUnpriced).With("duration_ms", turn.DurationMs)
            .With("handover", turn.Handover).With("fallback_from", turn.FallbackFrom).With("fallback_code", turn.FallbackCode)
            .With("comparisons", ComparisonRequests.Write(commit));
    }
}
