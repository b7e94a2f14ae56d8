using FlowEngine.Moving.Rows;
using FlowEngine.Storage.Legacy;

namespace FlowEngine.Moving.Importing;

/// <summary>The flows of each tenant, from its own database where one is named, else from the central one.</summary>
internal sealed class FlowIds
{
    private readonly Dictionary<long, Dictionary<long, (string Name, bool IsActive)>> _byTenant = [];

    /// <summary>The central database has no table of flows: only tenants whose database was named are known.</summary>
    private bool _isPartial;

    /// <summary>One row is one flow there, but one version of one here.</summary>
    private bool _byName;

    public FlowTotalsView View
    {
        get
        {
            List<TenantFlowsView> tenants = [.. _byTenant.OrderBy(entry => entry.Key).Select(entry => new TenantFlowsView(
                entry.Key,
                _byName ? entry.Value.Values.Select(flow => flow.Name).Distinct(StringComparer.Ordinal).Count() : entry.Value.Count,
                entry.Value.Values.Count(flow => flow.IsActive)))];
            return new(tenants.Count(tenant => tenant.Flows > 0), tenants.Count(tenant => tenant.Active > 0), tenants);
        }
    }

    public static async Task<FlowIds> ReadAsync(
        SourceDatabases source, SourceReader central, bool isOwn, IReadOnlyDictionary<long, string> databases, CancellationToken cancellationToken)
    {
        var ids = new FlowIds { _isPartial = !central.Tables.Contains(LegacyTable.Flows), _byName = isOwn };
        await foreach (var page in central.PagesAsync(LegacyTable.Flows, 100, cancellationToken))
        {
            foreach (var row in page.Where(row => row.Number("tenant_id") is { } tenant && !databases.ContainsKey(tenant)))
            {
                ids.Add(row.Number("tenant_id")!.Value, row);
            }
        }

        foreach (var (tenant, connection) in databases)
        {
            await using var own = await SourceReader.OpenAsync(source, connection, cancellationToken);
            ids._byTenant.TryAdd(tenant, []);
            await foreach (var page in own.PagesAsync(LegacyTable.Flows, 100, cancellationToken))
            {
                foreach (var row in page)
                {
                    ids.Add(tenant, row);
                }
            }
        }

        return ids;
    }

    public bool IsKnown(long tenant) => !_isPartial || _byTenant.ContainsKey(tenant);

    public bool Has(long tenant, long flow) => _byTenant.TryGetValue(tenant, out var flows) && flows.ContainsKey(flow);

    private void Add(long tenant, LegacyRow row)
    {
        if (row.Text("status") == "deleted")
        {
            return;
        }

        if (!_byTenant.TryGetValue(tenant, out var flows))
        {
            _byTenant[tenant] = flows = [];
        }

        flows[row.Id] = (row.Text("flow_name") ?? "", row.Flag("is_active") ?? false);
    }
}
