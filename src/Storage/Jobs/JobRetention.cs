using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Jobs;

/// <summary>Drops finished jobs when their time is over: of all tenants, a claim of background work.</summary>
public sealed class JobRetention(ISqlReads reads, ISqlWrites writes)
{
    /// <summary>Rows a transaction, so that nobody waits long for it.</summary>
    private const int Batch = 500;

    private const string Old = """
        SELECT tenant_id, id FROM jobs
        WHERE state IN ('done', 'failed', 'cancelled') AND instance_id = @instance_id AND tenant_id > 0 AND finished_at < @before
        ORDER BY id LIMIT @limit
        """;

    private const string Drop = "DELETE FROM jobs WHERE tenant_id = @tenant_id AND id = @id";

    public async Task DropAsync(string instanceId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        int found;
        do
        {
            var rows = await reads.QueryAsync(
                Old,
                [("instance_id", instanceId), ("before", before), ("limit", (long)Batch)],
                reader => reader.All(row => (Tenant: row.GetInt64(0), Id: row.GetInt64(1))),
                cancellationToken);
            found = rows.Count;
            if (found > 0)
            {
                await writes.ExecuteAsync(
                    [.. rows.Select(row => new SqlWrite(Drop, ("tenant_id", row.Tenant), ("id", row.Id)))], cancellationToken);
            }
        }
        while (found == Batch);
    }
}
