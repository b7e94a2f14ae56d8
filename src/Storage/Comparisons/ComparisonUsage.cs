using System.Globalization;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Comparisons;

/// <summary>What a tenant's candidates used in one day.</summary>
public sealed record CandidateUsage(long Runs, long Tokens, decimal Cost)
{
    public static CandidateUsage None { get; } = new(0, 0, 0);
}

/// <summary>The day's use of a tenant's candidates, for its budget.</summary>
public sealed class ComparisonUsage(ISqlReads reads)
{
    private const string Sql = """
        SELECT runs, tokens, cost_units FROM comparison_usage
        WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND day = @day
        """;

    public ValueTask<CandidateUsage> OfAsync(TenantKey tenant, DateOnly day, CancellationToken cancellationToken) => reads.QueryAsync(
        Sql,
        [
            ("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId),
            ("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ],
        reader => reader.Read() ? new(reader.GetInt64(0), reader.GetInt64(1), CostUnits.Amount(reader.GetInt64(2))) : CandidateUsage.None,
        cancellationToken);
}
