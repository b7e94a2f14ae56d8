using FlowEngine.Storage.Database;
using FlowEngine.Storage.Projection;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Sealing;

/// <summary>Seals the audit when its minutes are over.</summary>
public sealed class AuditSealer(ISqlReads reads, IStatementRunner runner, ProjectionPlace place, TimeProvider time)
{
    private const int Batch = 1000;

    private const string Unsealed = $"""
        SELECT {AuditLeaf.Columns} FROM audit_logs a WHERE a.instance_id = @instance_id AND a.id > @after AND a.tenant_id >= 0 ORDER BY a.id LIMIT @limit
        """;

    private const string Newest = """
        SELECT s.chain FROM audit_seals s WHERE s.tenant_id = @tenant_id AND s.instance_id = @instance_id ORDER BY s.last_id DESC LIMIT 1
        """;

    private const string Move = "UPDATE projections SET sealed_to = @sealed_to WHERE instance_id = @instance_id AND sealed_to = @before";

    /// <summary>Transactions that add rows end within it.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(1);

    private readonly string _move = runner.Dialect.One(Move, key: "instance_id");
    private readonly string _add = runner.Dialect.Into("audit_seals", ["tenant_id", "instance_id", "last_id", "minute", "entries", "root", "chain"]);

    /// <summary>For the process that has the installation's place.</summary>
    /// <returns>How many rows were sealed.</returns>
    public async Task<int> RunAsync(string instanceId, CancellationToken cancellationToken)
    {
        var (sealedRows, before) = (0, Minute(time.GetUtcNow() - s_grace));
        while (await place.ReadAsync(instanceId, cancellationToken) is { } position)
        {
            var rows = await reads.QueryAsync(
                Unsealed,
                [("instance_id", instanceId), ("after", position.SealedTo), ("limit", (long)Batch)],
                reader => reader.All(AuditLeaf.Read),
                cancellationToken);
            var due = rows.TakeWhile(row => row.CreatedAt < before).ToList();
            if (due.Count == 0 || !await SealAsync(instanceId, position.SealedTo, due, cancellationToken))
            {
                break;
            }

            sealedRows += due.Count;
            if (due.Count < Batch)
            {
                break;
            }
        }

        return sealedRows;
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);

    /// <summary>Rows that follow each other; a clock may go back.</summary>
    private static IEnumerable<IReadOnlyList<AuditLeaf>> Minutes(IEnumerable<AuditLeaf> rows)
    {
        var minute = new List<AuditLeaf>();
        foreach (var row in rows)
        {
            if (minute.Count > 0 && Minute(minute[^1].CreatedAt) != Minute(row.CreatedAt))
            {
                yield return minute;
                minute = [];
            }

            minute.Add(row);
        }

        yield return minute;
    }

    private async Task<bool> SealAsync(string instanceId, long after, List<AuditLeaf> rows, CancellationToken cancellationToken)
    {
        var statements = new List<SqlStatement>();
        foreach (var tenant in rows.GroupBy(row => row.TenantId))
        {
            var chain = await reads.QueryAsync(
                Newest, [("tenant_id", tenant.Key), ("instance_id", instanceId)], reader => reader.Read() ? reader.GetString(0) : "", cancellationToken);
            foreach (var minute in Minutes(tenant))
            {
                var root = MerkleTree.Root([.. minute.Select(row => row.Hash)]);
                chain = MerkleTree.Chain(chain, root);
                statements.Add(new SqlStatement(_add)
                    .With("tenant_id", tenant.Key).With("instance_id", instanceId).With("last_id", minute[^1].Id).With("minute", Minute(minute[^1].CreatedAt)).With("entries", minute.Count)
                    .With("root", root).With("chain", chain));
            }
        }

        statements.Add(new SqlStatement(_move) { ChangesOne = true }
            .With("sealed_to", rows[^1].Id).With("instance_id", instanceId).With("before", after));
        return await runner.GuardAsync(() => runner.RunAsync(statements, cancellationToken), cancellationToken);
    }
}
