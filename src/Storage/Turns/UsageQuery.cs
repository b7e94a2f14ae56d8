using System.Data.Common;
using System.Globalization;
using FlowEngine.Chat.Limits;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Turns;

/// <summary>The totals of a tenant's day: the sum of its slots.</summary>
internal static class UsageQuery
{
    /// <summary>The rest, which is counted from the turns in their order, has the currency of the day's first.</summary>
    public const string Sql = """
        SELECT turns, input_tokens, output_tokens, cost_units, currency, unpriced_turns FROM tenant_usage
        WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND day = @day ORDER BY slot DESC
        """;

    public static IReadOnlyList<(string Name, object? Value)> Arguments(TenantKey tenant, DateOnly day) =>
        [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("day", Text(day))];

    public static UsageTotals Read(DbDataReader reader)
    {
        var slots = reader.All(row => new UsageTotals(
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), CostUnits.Amount(row.GetInt64(3)), row.TextOrNull(4), row.GetInt64(5)));
        return slots.Aggregate(UsageTotals.None, (sum, slot) => sum.Plus(slot));
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
