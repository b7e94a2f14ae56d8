using FlowEngine.Chat.Flows;
using FlowEngine.Checking;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FlowEngine.Storage.Flows;

internal sealed class TenantFlows(ITenantDb db, FlowVersionStore versions) : ITenantFlows
{
    public Task<IReadOnlySet<string>> NamesAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        versions.NamesAsync(tenant, cancellationToken);

    public async Task<IReadOnlyDictionary<string, KnownFlow>> ActiveAsync(TenantKey tenant, CancellationToken cancellationToken)
    {
        await using var context = db.Open(tenant);
        return await context.FlowVersions.AsNoTracking().Present().Where(row => row.IsActive)
            .Select(row => new { row.FlowName, row.FlowData, row.StartNodeId })
            .ToDictionaryAsync(row => row.FlowName, row => new KnownFlow(row.FlowData, row.StartNodeId), StringComparer.Ordinal, cancellationToken);
    }
}
