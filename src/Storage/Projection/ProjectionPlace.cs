using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Projection;

/// <summary>The row of <c>projections</c>: one process at a time projects an installation, and the next goes on where it was.</summary>
public sealed class ProjectionPlace(ISqlReads reads, IStatementRunner runner, TimeProvider time)
{
    private const string Read = "SELECT position, sealed_to, payloads_to FROM projections WHERE instance_id = @instance_id";

    private const string Take = """
        UPDATE projections SET owner = @owner, lease_until = @until WHERE instance_id = @instance_id AND (owner = @owner OR lease_until < @now)
        """;

    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(30);

    private readonly string _add = runner.Dialect.Into(
        "projections", ["instance_id", "position", "sealed_to", "payloads_to", "owner", "lease_until"]) + runner.Dialect.OnConflict("instance_id");

    private readonly string _owner = Guid.NewGuid().ToString("N");
    private DateTimeOffset _heldUntil;

    /// <summary>Null where no process ever projected.</summary>
    public async Task<ProjectionPosition?> ReadAsync(string instanceId, CancellationToken cancellationToken) => await reads.QueryAsync(
        Read,
        [("instance_id", instanceId)],
        reader => reader.Read()
            ? new ProjectionPosition(reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2))
            : null,
        cancellationToken);

    /// <summary>False where another process has it.</summary>
    public async Task<bool> TakeAsync(string instanceId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_heldUntil - now > s_lease / 2)
        {
            return true;
        }

        var until = now + s_lease;
        SqlStatement[] statements =
        [
            new SqlStatement(_add).With("instance_id", instanceId).With("position", DateTimeOffset.UnixEpoch).With("sealed_to", 0L)
                .With("payloads_to", DateTimeOffset.UnixEpoch).With("owner", "").With("lease_until", DateTimeOffset.UnixEpoch),
            new SqlStatement(Take).With("owner", _owner).With("until", until).With("instance_id", instanceId).With("now", now),
        ];
        var taken = await runner.GuardAsync(() => runner.CountAsync(statements, cancellationToken), cancellationToken) == 1;
        _heldUntil = taken ? until : default;
        return taken;
    }
}

/// <param name="TurnsTo">Every turn that ended before is projected.</param>
/// <param name="SealedTo">Every row of the audit up to this id is sealed.</param>
/// <param name="PayloadsTo">Payloads of turns that ended before are dropped.</param>
public sealed record ProjectionPosition(DateTimeOffset TurnsTo, long SealedTo, DateTimeOffset PayloadsTo);
