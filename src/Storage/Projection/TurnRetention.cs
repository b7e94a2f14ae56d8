using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Projection;

/// <summary>Drops what turns and the audit keep when its time is over, a bounded number of rows at once. What is not projected or not sealed stays.</summary>
public sealed class TurnRetention(ISqlReads reads, ISqlWrites writes, ProjectionPlace place)
{
    private const int Batch = 500;

    private const string OldPayloads = """
        SELECT t.tenant_id, t.id, t.ended_at FROM conversation_turns t
        WHERE t.instance_id = @instance_id AND t.ended_at >= @from AND t.ended_at < @before AND t.trace IS NOT NULL
        ORDER BY t.ended_at LIMIT @limit
        """;

    /// <summary>Without its reply the turn's key answers nothing any more: it is free again.</summary>
    private const string DropPayload = """
        UPDATE conversation_turns SET trace = NULL, outside_answers = NULL, reply = NULL, idempotency_key = NULL
        WHERE tenant_id = @tenant_id AND id = @id
        """;

    private const string PayloadsTo = "UPDATE projections SET payloads_to = @before WHERE instance_id = @instance_id AND payloads_to < @before";

    /// <summary>The newest turn of a conversation stays: the next one is numbered after it.</summary>
    private const string OldTurns = """
        SELECT t.tenant_id, t.id FROM conversation_turns t
        WHERE t.instance_id = @instance_id AND t.ended_at < @before
          AND EXISTS (SELECT 1 FROM conversation_turns n WHERE n.tenant_id = t.tenant_id AND n.conversation_id = t.conversation_id AND n.seq > t.seq)
        ORDER BY t.ended_at LIMIT @limit
        """;

    private const string DropTurn = "DELETE FROM conversation_turns WHERE tenant_id = @tenant_id AND id = @id";

    private const string OldSeals = """
        SELECT s.tenant_id, s.last_id FROM audit_seals s
        WHERE s.tenant_id >= 0 AND s.instance_id = @instance_id AND s.minute < @before AND s.dropped_at IS NULL
        ORDER BY s.last_id LIMIT @limit
        """;

    private const string DropAudit =
        "DELETE FROM audit_logs WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND id <= @last_id";

    private const string MarkSeal =
        "UPDATE audit_seals SET dropped_at = @now WHERE tenant_id = @tenant_id AND instance_id = @instance_id AND last_id = @last_id";

    public async Task DropAsync(RetentionLimits limits, string instanceId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await place.ReadAsync(instanceId, cancellationToken) is not { } position)
        {
            return;
        }

        var payloads = Earlier(now - limits.Payloads, position.TurnsTo);
        await EachAsync(OldPayloads, DropPayload, instanceId, payloads, position.PayloadsTo, cancellationToken);
        await writes.ExecuteAsync([new(PayloadsTo, ("before", payloads), ("instance_id", instanceId))], cancellationToken);
        await EachAsync(OldTurns, DropTurn, instanceId, Earlier(now - limits.Turns, position.TurnsTo), from: null, cancellationToken);
        await DropAuditAsync(instanceId, now - limits.Audit, now, cancellationToken);
    }

    /// <summary>What ended before the projector's position is projected.</summary>
    private static DateTimeOffset Earlier(DateTimeOffset before, DateTimeOffset projected) => before < projected ? before : projected;

    private async Task EachAsync(
        string find, string drop, string instanceId, DateTimeOffset before, DateTimeOffset? from, CancellationToken cancellationToken)
    {
        int found;
        do
        {
            (string, object?)[] arguments = [("instance_id", instanceId), ("before", before), ("limit", (long)Batch)];
            var rows = await reads.QueryAsync(
                find,
                from is null ? arguments : [.. arguments, ("from", from)],
                reader => reader.All(row => (Tenant: row.GetInt64(0), Id: row.GetGuid(1))),
                cancellationToken);
            found = rows.Count;
            if (found > 0)
            {
                await writes.ExecuteAsync([.. rows.Select(row => new SqlWrite(drop, ("tenant_id", row.Tenant), ("id", row.Id)))], cancellationToken);
            }
        }
        while (found == Batch);
    }

    /// <summary>By whole seals, which stay, so that those after them can still be verified.</summary>
    private async Task DropAuditAsync(string instanceId, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        int found;
        do
        {
            var seals = await reads.QueryAsync(
                OldSeals,
                [("instance_id", instanceId), ("before", before), ("limit", (long)Batch)],
                reader => reader.All(row => (Tenant: row.GetInt64(0), Last: row.GetInt64(1))),
                cancellationToken);
            found = seals.Count;
            foreach (var seal in seals)
            {
                (string, object?)[] key = [("tenant_id", seal.Tenant), ("instance_id", instanceId), ("last_id", seal.Last)];
                await writes.ExecuteAsync([new(DropAudit, key), new(MarkSeal, [.. key, ("now", now)])], cancellationToken);
            }
        }
        while (found == Batch);
    }
}

/// <param name="Payloads">Traces, answers from outside and replies.</param>
/// <param name="Turns">Their rows.</param>
public sealed record RetentionLimits(TimeSpan Payloads, TimeSpan Turns, TimeSpan Audit);
