using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Comparisons;

/// <summary>Drops comparisons, and the answers as they were, when their time is over: of all tenants, a claim of background work.</summary>
public sealed class ComparisonRetention(ISqlReads reads, ISqlWrites writes)
{
    /// <summary>Rows a transaction, so that nobody waits long for it.</summary>
    private const int Batch = 500;

    private const string OldRaw = """
        SELECT tenant_id, id FROM parallel_runs
        WHERE instance_id = @instance_id AND tenant_id > 0 AND result <> 'pending' AND created_at < @before
          AND (control_raw IS NOT NULL OR candidate_raw IS NOT NULL OR input IS NOT NULL)
        ORDER BY id LIMIT @limit
        """;

    private const string Old = """
        SELECT tenant_id, id FROM parallel_runs
        WHERE instance_id = @instance_id AND tenant_id > 0 AND result <> 'pending' AND created_at < @before
        ORDER BY id LIMIT @limit
        """;

    private const string DropRaw =
        "UPDATE parallel_runs SET control_raw = NULL, candidate_raw = NULL, input = NULL WHERE tenant_id = @tenant_id AND id = @id";

    private const string Drop = "DELETE FROM parallel_runs WHERE tenant_id = @tenant_id AND id = @id";

    public async Task DropAsync(string instanceId, DateTimeOffset rawBefore, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await EachAsync(Old, Drop, instanceId, before, cancellationToken);
        await EachAsync(OldRaw, DropRaw, instanceId, rawBefore, cancellationToken);
    }

    private async Task EachAsync(string find, string drop, string instanceId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        int found;
        do
        {
            var rows = await reads.QueryAsync(
                find,
                [("instance_id", instanceId), ("before", before), ("limit", (long)Batch)],
                reader => reader.All(row => (Tenant: row.GetInt64(0), Id: row.GetInt64(1))),
                cancellationToken);
            found = rows.Count;
            if (found > 0)
            {
                await writes.ExecuteAsync(
                    [.. rows.Select(row => new SqlWrite(drop, ("tenant_id", row.Tenant), ("id", row.Id)))], cancellationToken);
            }
        }
        while (found == Batch);
    }
}
