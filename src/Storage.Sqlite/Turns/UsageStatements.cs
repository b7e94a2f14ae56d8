using System.Globalization;
using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Sqlite.Connections;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

/// <summary>Adds a turn to the totals of its tenant's day. An amount in another currency than the day's first is not added, but counted.</summary>
internal static class UsageStatements
{
    private static readonly string s_add = Insert.Into(
        "tenant_usage",
        "tenant_id", "instance_id", "day", "slot", "turns", "input_tokens", "output_tokens", "cost_units", "currency", "unpriced_turns") + """
         ON CONFLICT (tenant_id, instance_id, day, slot) DO UPDATE SET
          turns = turns + excluded.turns, input_tokens = input_tokens + excluded.input_tokens,
          output_tokens = output_tokens + excluded.output_tokens,
          cost_units = cost_units + CASE WHEN excluded.currency <> currency THEN 0 ELSE excluded.cost_units END,
          unpriced_turns = unpriced_turns + CASE WHEN excluded.currency <> currency THEN 1 ELSE excluded.unpriced_turns END,
          currency = COALESCE(currency, excluded.currency)
        """;

    public static void Write(StatementCache db, TurnCommit commit)
    {
        var spent = commit.Spending;
        db.Execute(
            s_add,
            ("tenant_id", commit.Tenant.TenantId), ("instance_id", commit.Tenant.InstanceId),
            ("day", spent.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("slot", (long)UsageSlots.Of(commit.Conversation.PublicId)), ("turns", 1L),
            ("input_tokens", (long)spent.InputTokens), ("output_tokens", (long)spent.OutputTokens),
            ("cost_units", CostUnits.Of(spent.Cost?.Amount ?? 0)), ("currency", spent.Cost?.Currency),
            ("unpriced_turns", spent.IsUnpriced ? 1L : 0L));
    }
}
