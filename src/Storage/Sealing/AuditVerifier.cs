using FlowEngine.Storage.Database;

namespace FlowEngine.Storage.Sealing;

/// <summary>Reads the sealed audit again: whoever changed, removed or added a row of it shows.</summary>
public sealed class AuditVerifier(ISqlReads reads)
{
    private const string Tenants = "SELECT DISTINCT s.tenant_id FROM audit_seals s WHERE s.instance_id = @instance_id ORDER BY s.tenant_id";

    private const string Seals = """
        SELECT s.last_id, s.minute, s.entries, s.root, s.chain, s.dropped_at FROM audit_seals s
        WHERE s.tenant_id = @tenant_id AND s.instance_id = @instance_id ORDER BY s.last_id
        """;

    private const string Rows = $"""
        SELECT {AuditLeaf.Columns} FROM audit_logs a
        WHERE a.tenant_id = @tenant_id AND a.instance_id = @instance_id AND a.id > @after AND a.id <= @last_id ORDER BY a.id
        """;

    /// <param name="tenantId">Null: all.</param>
    public async Task<AuditVerdict> VerifyAsync(string instanceId, long? tenantId, CancellationToken cancellationToken)
    {
        var tenants = tenantId is { } one ? [one] : await reads.QueryAsync(
            Tenants, [("instance_id", instanceId)], reader => reader.All(row => row.GetInt64(0)), cancellationToken);
        var (seals, entries, faults) = (0, 0, new List<AuditFault>());
        foreach (var tenant in tenants)
        {
            var (before, after) = ("", 0L);
            foreach (var seal in await SealsAsync(instanceId, tenant, cancellationToken))
            {
                seals++;
                if (seal.Chain != MerkleTree.Chain(before, seal.Root))
                {
                    faults.Add(new(tenant, seal.Minute, "the seal does not follow the one before it"));
                }

                if (!seal.IsDropped)
                {
                    var rows = await reads.QueryAsync(
                        Rows,
                        [("tenant_id", tenant), ("instance_id", instanceId), ("after", after), ("last_id", seal.LastId)],
                        reader => reader.All(AuditLeaf.Read),
                        cancellationToken);
                    entries += rows.Count;
                    if (rows.Count != seal.Entries)
                    {
                        faults.Add(new(tenant, seal.Minute, $"{rows.Count} rows instead of {seal.Entries}"));
                    }
                    else if (MerkleTree.Root([.. rows.Select(row => row.Hash)]) != seal.Root)
                    {
                        faults.Add(new(tenant, seal.Minute, "a row was changed"));
                    }
                }

                (before, after) = (seal.Chain, seal.LastId);
            }
        }

        return new(seals, entries, faults);
    }

    private ValueTask<List<Seal>> SealsAsync(string instanceId, long tenant, CancellationToken cancellationToken) => reads.QueryAsync(
        Seals,
        [("tenant_id", tenant), ("instance_id", instanceId)],
        reader => reader.All(row => new Seal(
            row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetInt32(2), row.GetString(3), row.GetString(4), !row.IsDBNull(5))),
        cancellationToken);

    private sealed record Seal(long LastId, DateTimeOffset Minute, int Entries, string Root, string Chain, bool IsDropped);
}

/// <param name="Entries">Rows that were read again; those that retention dropped are not among them.</param>
public sealed record AuditVerdict(int Seals, int Entries, IReadOnlyList<AuditFault> Faults);

/// <param name="Minute">Whose rows do not hold.</param>
public sealed record AuditFault(long TenantId, DateTimeOffset Minute, string Problem);
