using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Statements;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Writing;

/// <summary>Adds a turn to the totals of its tenant's day.</summary>
internal sealed class UsageStatements
{
    private readonly string _add;

    public UsageStatements(SqlDialect dialect)
    {
        string Plus(string column) => $"{column} = tenant_usage.{column} + {dialect.New(column)}";

        // An amount in another currency than the day's first is not added, but counted. On one database each value sees those assigned before it.
        var otherCurrency = $"{dialect.New("currency")} <> tenant_usage.currency";
        _add = dialect.Into(
            "tenant_usage",
            ["tenant_id", "instance_id", "day", "slot", "turns", "input_tokens", "output_tokens", "cost_units", "currency", "unpriced_turns"])
            + dialect.OnConflict("tenant_id, instance_id, day, slot", $"""
                {Plus("turns")}, {Plus("input_tokens")}, {Plus("output_tokens")},
                cost_units = tenant_usage.cost_units + CASE WHEN {otherCurrency} THEN 0 ELSE {dialect.New("cost_units")} END,
                unpriced_turns = tenant_usage.unpriced_turns + CASE WHEN {otherCurrency} THEN 1 ELSE {dialect.New("unpriced_turns")} END,
                currency = COALESCE(tenant_usage.currency, {dialect.New("currency")})
                """);
    }

    public SqlStatement Write(TurnCommit commit)
    {
        var spent = commit.Spending;
        return new SqlStatement(_add)
            .With("tenant_id", commit.Tenant.TenantId).With("instance_id", commit.Tenant.InstanceId)
            .With("day", UsageQuery.Text(spent.Day)).With("slot", UsageSlots.Of(commit.Conversation.PublicId)).With("turns", 1)
            .With("input_tokens", spent.InputTokens).With("output_tokens", spent.OutputTokens)
            .With("cost_units", CostUnits.Of(spent.Cost?.Amount ?? 0)).With("currency", spent.Cost?.Currency)
            .With("unpriced_turns", spent.IsUnpriced ? 1 : 0);
    }
}
