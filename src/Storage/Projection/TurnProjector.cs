using FlowEngine.Storage.Database;
using FlowEngine.Storage.Statements;

namespace FlowEngine.Storage.Projection;

/// <summary>
/// Writes what committed turns leave beside themselves, off their way. A batch is one commit, and a turn is taken where the audit has no row of it: a process
/// that is killed leaves nothing half-written, and the next one counts nothing twice.
/// </summary>
public sealed class TurnProjector(ISqlReads reads, IStatementRunner runner, ProjectionPlace place, TimeProvider time)
{
    private const int Batch = 200;

    private const string Move = "UPDATE projections SET position = @position WHERE instance_id = @instance_id AND position < @position";

    /// <summary>How long after its end a turn may become visible: its commit waits for locks, and clocks differ.</summary>
    private static readonly TimeSpan s_overlap = TimeSpan.FromMinutes(2);

    private readonly ProjectionStatements _statements = new(runner.Dialect);

    /// <returns>How many turns were projected; null where another process does it.</returns>
    public async Task<int?> RunAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (!await place.TakeAsync(instanceId, cancellationToken))
        {
            return null;
        }

        var began = time.GetUtcNow();
        var position = (await place.ReadAsync(instanceId, cancellationToken))!.TurnsTo;
        var projected = 0;
        while (true)
        {
            var turns = await reads.QueryAsync(
                CommittedTurn.Sql,
                [("instance_id", instanceId), ("from", position), ("limit", (long)Batch)],
                reader => reader.All(CommittedTurn.Read),
                cancellationToken);
            if (turns.Count > 0)
            {
                SqlStatement[] statements = [.. _statements.Of(instanceId, turns)];

                // Refused where another process was first: what it wrote is not read again.
                projected += await runner.GuardAsync(() => runner.RunAsync(statements, cancellationToken), cancellationToken) ? turns.Count : 0;
            }

            if (turns.Count < Batch)
            {
                break;
            }
        }

        // Seldom: each time costs a commit.
        if (began - position > 2 * s_overlap)
        {
            var move = new SqlStatement(Move).With("position", began - s_overlap).With("instance_id", instanceId);
            await runner.GuardAsync(() => runner.RunAsync([move], cancellationToken), cancellationToken);
        }

        return projected;
    }

    /// <summary>How long the oldest turn that is not projected has waited; null where no process ever projected.</summary>
    public async Task<TimeSpan?> LagAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (await place.ReadAsync(instanceId, cancellationToken) is not { } position)
        {
            return null;
        }

        var oldest = await reads.QueryAsync(
            CommittedTurn.Oldest,
            [("instance_id", instanceId), ("from", position.TurnsTo)],
            reader => reader.Read() ? reader.GetFieldValue<DateTimeOffset>(1) : (DateTimeOffset?)null,
            cancellationToken);
        var lag = time.GetUtcNow() - oldest;
        return lag > TimeSpan.Zero ? lag : TimeSpan.Zero;
    }
}
