using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Events;

/// <summary>Keeps the outbox of changes small: a claim of background work over all tenants.</summary>
public sealed class ChangeEventRetention(ISqlReads reads, ISqlWrites writes)
{
    /// <summary>Rows a transaction, so that nobody waits long for it.</summary>
    private const int Batch = 500;

    private const string Oldest = "SELECT id, created_at FROM change_events WHERE tenant_id >= 0 ORDER BY id LIMIT @limit";

    private const string Drop = "DELETE FROM change_events WHERE tenant_id >= 0 AND id <= @id";

    /// <summary>Drops from the beginning up to the first that is not older.</summary>
    public async Task DropAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        int dropped;
        do
        {
            var rows = await reads.QueryAsync(
                Oldest,
                [("limit", (long)Batch)],
                reader => reader.All(row => (Id: row.GetInt64(0), At: row.GetFieldValue<DateTimeOffset>(1))),
                cancellationToken);
            var old = rows.TakeWhile(row => row.At < before).ToList();
            dropped = old.Count;
            if (dropped > 0)
            {
                await writes.ExecuteAsync([new SqlWrite(Drop, ("id", old[^1].Id))], cancellationToken);
            }
        }
        while (dropped == Batch);
    }
}
