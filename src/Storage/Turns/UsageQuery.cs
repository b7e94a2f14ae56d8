using System.Data.Common;
using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Turns;

/// <summary>The totals of a tenant's day: one row, by its key.</summary>
internal static class UsageQuery
{
    public const string Sql = """
        SELECT turns, input_tokens, output_tokens, cost_units, currency, unpriced_turns FROM tenant_usage
        WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND day = @day
        """;

    public static IReadOnlyList<(string Name, object? Value)> Arguments(TenantKey tenant, DateOnly day) =>
        [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("day", Text(day))];

    public static UsageTotals Read(DbDataReader reader) => reader.Read()
        ? new(
            reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), CostUnits.Amount(reader.GetInt64(3)), reader.TextOrNull(4),
            reader.GetInt64(5))
        : UsageTotals.None;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
