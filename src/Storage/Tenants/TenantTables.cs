using System.Globalization;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Tenants;

/// <summary>Every table whose rows name a tenant, whether or not there is one of that id in <c>tenants</c>.</summary>
public sealed class TenantTables(IDatabaseProvider provider)
{
    private static readonly string[] s_ofTheService = ["api_keys", "kill_switches"];

    private readonly Lazy<IReadOnlyList<string>> _names = new(() =>
    {
        var options = new DbContextOptionsBuilder<FlowEngineDbContext>();
        provider.Configure(options);
        using var context = new FlowEngineDbContext(options.Options);
        return [.. context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct(StringComparer.Ordinal).Concat(s_ofTheService).Order(StringComparer.Ordinal)];
    });

    public IReadOnlyList<string> Names => _names.Value;

    /// <summary>The greatest id that any row names; null where there is none.</summary>
    internal string GreatestId => $"SELECT MAX(id) FROM ({string.Join(" UNION ALL ", Names
        .Select(table => $"SELECT MAX(tenant_id) AS id FROM {table}")
        .Append("SELECT MAX(id) AS id FROM tenants"))}) AS used";

    /// <summary>A row where any table has one of the tenant.</summary>
    internal string AnyRow => string.Join(" UNION ALL ", Names
        .Where(table => table is not ("api_keys" or "audit_logs" or "audit_seals" or ChangeEventEntityTypeConfiguration.Table))
        .Select((table, at) => string.Create(
            CultureInfo.InvariantCulture, $"SELECT id FROM (SELECT 1 AS id FROM {table} WHERE tenant_id = @tenant_id LIMIT 1) AS t{at}")));
}
