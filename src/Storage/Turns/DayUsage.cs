using System.Data.Common;
using FlowEngine.Chat.Limits;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Turns;

/// <summary>
/// What the turns of a tenant's day used, from the turns themselves: where no limit is set nothing else knows it, and the slots are filled up
/// with it when a limit comes.
/// </summary>
public sealed class DayUsage(ISqlReads reads, ISqlWrites writes) : IDayUsage
{
    /// <summary>
    /// One statement, so that turns and slots are those of one moment. Costs in billionths, by currency, the day's first one first. Rows of an
    /// earlier version say of their cost only whether it is known as a whole.
    /// </summary>
    private const string Count = """
        SELECT 1, COUNT(*), SUM(t.input_tokens), SUM(t.output_tokens),
          SUM(CASE WHEN COALESCE(t.is_unpriced, t.model IS NOT NULL AND t.cost IS NULL) THEN 1 ELSE 0 END),
          SUM(COALESCE(t.used_cost_units, t.cost * 1000000000)), COALESCE(t.used_currency, t.cost_currency), MIN(t.started_at)
        FROM conversation_turns t
        WHERE t.tenant_id = @tenant_id AND t.instance_id = @instance_id AND t.started_at >= @from AND t.started_at < @until AND t.status = 'done'
        GROUP BY COALESCE(t.used_currency, t.cost_currency)
        UNION ALL
        SELECT 0, u.turns, u.input_tokens, u.output_tokens, u.unpriced_turns, u.cost_units, u.currency, NULL
        FROM tenant_usage u
        WHERE u.tenant_id = @tenant_id AND u.instance_id = @instance_id AND u.day = @day AND u.slot <> @rest
        """;

    private const string Drop = """
        DELETE FROM tenant_usage WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND day = @day AND slot = @rest
        """;

    private const string Add = """
        INSERT INTO tenant_usage (tenant_id, instance_id, day, slot, turns, input_tokens, output_tokens, cost_units, currency, unpriced_turns)
        VALUES (@tenant_id, @instance_id, @day, @rest, @turns, @input_tokens, @output_tokens, @cost_units, @currency, @unpriced_turns)
        """;

    public async Task<UsageTotals> UsageAsync(TenantKey tenant, DateOnly day, CancellationToken cancellationToken) =>
        await reads.QueryAsync(UsageQuery.Sql, UsageQuery.Arguments(tenant, day), UsageQuery.Read, cancellationToken);

    public async Task<UsageTotals> CountAsync(
        TenantKey tenant, DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        (await ReadAsync(tenant, day, from, until, cancellationToken)).Turns;

    public async Task FillUpAsync(TenantKey tenant, DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (turns, slots) = await ReadAsync(tenant, day, from, until, cancellationToken);
        var rest = turns.Less(slots);
        (string, object?)[] key =
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("day", UsageQuery.Text(day)), ("rest", UsageSlots.Rest)];
        await writes.ExecuteAsync(
            [
                new(Drop, key),
                new(
                    Add,
                    [
                        .. key, ("turns", rest.Turns), ("input_tokens", rest.InputTokens), ("output_tokens", rest.OutputTokens),
                        ("cost_units", CostUnits.Of(rest.Cost)), ("currency", rest.Currency), ("unpriced_turns", rest.UnpricedTurns),
                    ]),
            ],
            cancellationToken);
    }

    private async Task<(UsageTotals Turns, UsageTotals Slots)> ReadAsync(
        TenantKey tenant, DateOnly day, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => await reads.QueryAsync(
            Count,
            [
                ("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("from", from), ("until", until),
                ("day", UsageQuery.Text(day)), ("rest", UsageSlots.Rest),
            ],
            reader =>
            {
                var rows = reader.All(Row);
                return (Sum(rows.Where(row => row.IsTurns).OrderBy(row => row.First)), Sum(rows.Where(row => !row.IsTurns)));
            },
            cancellationToken);

    private static (bool IsTurns, UsageTotals Totals, DateTimeOffset? First) Row(DbDataReader row)
    {
        var isTurns = Convert.ToInt32(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture) == 1;
        return (
            isTurns,
            new(Number(row, 1), Number(row, 2), Number(row, 3), CostUnits.Amount(Number(row, 5)), row.TextOrNull(6), Number(row, 4)),
            isTurns ? row.TimeOrNull(7) : null);
    }

    /// <summary>Sums are of whatever type the database gives them.</summary>
    private static long Number(DbDataReader row, int column) => row.IsDBNull(column)
        ? 0
        : (long)decimal.Round(Convert.ToDecimal(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture));

    private static UsageTotals Sum(IEnumerable<(bool, UsageTotals Totals, DateTimeOffset?)> rows) =>
        rows.Aggregate(UsageTotals.None, (sum, row) => sum.Plus(row.Totals));
}
