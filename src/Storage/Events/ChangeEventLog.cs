using System.Data.Common;
using FlowEngine.Conversations;
using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Events;

/// <summary>Reads what changed: the outbox of changes, and the conversations by when they were last changed.</summary>
public sealed class ChangeEventLog(ISqlReads reads)
{
    private const string Columns = "id, tenant_id, instance_id, topic, kind, subject, scope, created_at";

    /// <summary>A claim of background work: events of all tenants and instances, so that no number is missing without a reason.</summary>
    private const string Newer = $"SELECT {Columns} FROM change_events WHERE tenant_id >= 0 AND id > @after ORDER BY id LIMIT @limit";

    private const string Ends = """
        SELECT (SELECT MIN(id) FROM change_events WHERE tenant_id >= 0), (SELECT MAX(id) FROM change_events WHERE tenant_id >= 0)
        """;

    private const string OfTenant = $"""
        SELECT {Columns} FROM change_events
        WHERE tenant_id IN (@tenant_id, 0) AND instance_id = @instance_id AND id >= @from AND id <= @to ORDER BY id LIMIT @limit
        """;

    private const string Conversations = """
        SELECT public_id, updated_at FROM ai_conversations
        WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND updated_at > @since ORDER BY updated_at LIMIT @limit
        """;

    /// <summary>The least and the greatest number; null where there is none.</summary>
    public ValueTask<(long Least, long Greatest)?> EndsAsync(CancellationToken cancellationToken) =>
        reads.QueryAsync<(long, long)?>(
            Ends, [], reader => reader.Read() && !reader.IsDBNull(0) ? (reader.GetInt64(0), reader.GetInt64(1)) : null, cancellationToken);

    /// <param name="missing">Numbers up to <paramref name="after"/> that were not seen yet.</param>
    public async ValueTask<IReadOnlyList<ChangeEvent>> NewerAsync(
        long after, IReadOnlyList<long> missing, int limit, CancellationToken cancellationToken)
    {
        var newer = await reads.QueryAsync(Newer, [("after", after), ("limit", (long)limit)], reader => reader.All(Read), cancellationToken);
        if (missing.Count == 0)
        {
            return newer;
        }

        var padded = SqlList.Padded(missing);
        var late = await reads.QueryAsync(
            $"SELECT {Columns} FROM change_events WHERE tenant_id >= 0 AND id IN ({SqlList.Names("id", padded.Count)}) ORDER BY id",
            [.. SqlList.Values("id", padded)],
            reader => reader.All(Read),
            cancellationToken);
        return [.. late, .. newer];
    }

    /// <summary>Of one tenant, and those that concern every tenant, in their order.</summary>
    public ValueTask<IReadOnlyList<ChangeEvent>> OfTenantAsync(TenantKey tenant, long from, long to, int limit, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<ChangeEvent>>(
            OfTenant,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("from", from), ("to", to), ("limit", (long)limit)],
            reader => reader.All(Read),
            cancellationToken);

    /// <summary>Conversations in which something changed since, the longest ago first.</summary>
    public ValueTask<IReadOnlyList<(Guid Id, DateTimeOffset At)>> ConversationsAsync(
        TenantKey tenant, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        reads.QueryAsync<IReadOnlyList<(Guid, DateTimeOffset)>>(
            Conversations,
            [("tenant_id", tenant.TenantId), ("instance_id", tenant.InstanceId), ("since", since), ("limit", (long)limit)],
            reader => reader.All(row => (row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1))),
            cancellationToken);

    private static ChangeEvent Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6),
        row.GetFieldValue<DateTimeOffset>(7));
}
