using System.Globalization;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.PostgreSql.Turns;

/// <summary>What a turn leaves for analytics, for the audit and in the totals of its tenant's day.</summary>
internal static class RecordStatements
{
    private static readonly string s_analytics = Insert.IntoConversation(
        "chat_analytics",
        "tenant_id", "instance_id", "turn_id", "engine", "stage", "flow_version_id", "model", "input_tokens",
        "output_tokens", "messages", "duration_ms", "failure_code", "created_at");

    private static readonly string s_audit = Insert.Into(
        "audit_logs", "tenant_id", "instance_id", "actor", "action", "subject", "created_at");

    /// <summary>An amount in another currency than the day's first is not added, but counted.</summary>
    private const string Add = """
        INSERT INTO tenant_usage AS u (
          tenant_id, instance_id, day, slot, turns, input_tokens, output_tokens, cost_units, currency, unpriced_turns)
        VALUES (@tenant_id, @instance_id, @day, @slot, 1, @input_tokens, @output_tokens, @cost_units, @currency, @unpriced)
        ON CONFLICT (tenant_id, instance_id, day, slot) DO UPDATE SET
          turns = u.turns + excluded.turns, input_tokens = u.input_tokens + excluded.input_tokens,
          output_tokens = u.output_tokens + excluded.output_tokens,
          cost_units = u.cost_units + CASE WHEN excluded.currency <> u.currency THEN 0 ELSE excluded.cost_units END,
          unpriced_turns = u.unpriced_turns + CASE WHEN excluded.currency <> u.currency THEN 1 ELSE excluded.unpriced_turns END,
          currency = COALESCE(u.currency, excluded.currency)
        """;

    public static Statement Analytics(TurnCommit commit)
    {
        var turn = commit.Turn;
        return new Statement(s_analytics)
            .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
            .With("public_id", commit.Conversation.PublicId).With("turn_id", turn.Id).With("engine", turn.Engine)
            .With("stage", turn.Stage).With("flow_version_id", turn.FlowVersionId).With("model", turn.Model)
            .With("input_tokens", turn.InputTokens).With("output_tokens", turn.OutputTokens)
            .With("messages", commit.Messages.Count).With("duration_ms", turn.DurationMs).With("failure_code", turn.FailureCode)
            .With("created_at", commit.Change.UpdatedAt);
    }

    public static Statement Audit(TurnCommit commit) => new Statement(s_audit)
        .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId).With("actor", commit.Turn.Caller)
        .With("action", "chat.turn").With("subject", commit.Conversation.PublicId.ToString("D"))
        .With("created_at", commit.Change.UpdatedAt);

    /// <summary>Last of a batch: turns of one tenant that share a slot wait for each other at this row.</summary>
    public static Statement Usage(TurnCommit commit)
    {
        var spent = commit.Spending;
        return new Statement(Add)
            .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
            .With("day", spent.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).With("slot", UsageSlots.Of(commit.Conversation.PublicId))
            .With("input_tokens", spent.InputTokens).With("output_tokens", spent.OutputTokens)
            .With("cost_units", CostUnits.Of(spent.Cost?.Amount ?? 0)).With("currency", spent.Cost?.Currency)
            .With("unpriced", spent.IsUnpriced ? 1 : 0);
    }
}
