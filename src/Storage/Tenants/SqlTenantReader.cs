using FlowEngine.Chat.Tenants;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;
using FlowEngine.Storage.NodeTypes;

namespace FlowEngine.Storage.Tenants;

internal sealed class SqlTenantReader(ISqlReads reads, NodeTypeStore nodeTypes, TimeProvider clock) : ITenantReader
{
    public async Task<TenantSnapshot?> TenantAsync(string slug, string instanceId, CancellationToken cancellationToken) =>
        await reads.QueryAsync(
            TenantQuery.BySlug, [("slug", slug), ("instance_id", instanceId), ("now", clock.GetUtcNow())], reader => TenantQuery.Read(reader, instanceId), cancellationToken);

    public async Task<TenantSnapshot?> TenantAsync(TenantKey tenant, CancellationToken cancellationToken) =>
        await reads.QueryAsync(
            TenantQuery.ById,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("now", clock.GetUtcNow())],
            reader => TenantQuery.Read(reader, tenant.InstanceId),
            cancellationToken);

    public Task<IReadOnlySet<string>> DisabledNodeTypesAsync(long tenantId, CancellationToken cancellationToken) =>
        nodeTypes.DisabledAsync(tenantId, cancellationToken);

    public Task<int> CountNodeTypesAsync(CancellationToken cancellationToken) => nodeTypes.CountAsync(cancellationToken);
}
