using FlowEngine.Chat.Turns;
using FlowEngine.Storage.MySql.Connections;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace FlowEngine.Storage.MySql.Turns;

internal sealed class MySqlTurnWriter(
    MySqlConnections connections, WritesInFlight writes, ILogger<MySqlTurnWriter> logger) : ITurnWriter
{
    public Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken) => GuardedAsync(
        () => DeadlockRetry.RunAsync(() => TurnClaims.ClaimAsync(connections, claim, cancellationToken), cancellationToken),
        cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken) =>
        GuardedAsync(() => CommitSurelyAsync(commit, cancellationToken), cancellationToken);

    public Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken) =>
        GuardedAsync(() => RunAsync(ClaimStatements.Remove(claim.Tenant, claim.TurnId), cancellationToken), cancellationToken);

    /// <summary>Where a connection broke before the answer came, looks whether the turn was stored, and else stores it.</summary>
    private async Task<CommitResult> CommitSurelyAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        for (var broken = 0; ; broken++)
        {
            try
            {
                var result = await CommitOnceAsync(commit, cancellationToken);
                return result == CommitResult.Conflict && broken > 0 && await IsStoredAsync(commit) ? CommitResult.Saved : result;
            }
            catch (Exception fault) when (MySqlFaults.IsBroken(fault) && broken < connections.PoolSize)
            {
                if (await IsStoredAsync(commit))
                {
                    return CommitResult.Saved;
                }
            }
        }
    }

    private async Task<CommitResult> CommitOnceAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(CommitStatements.Of(commit), cancellationToken);
        }
        catch (MySqlException refused) when (MySqlFaults.IsUnique(refused) || MySqlFaults.IsGuard(refused))
        {
            return CommitResult.Conflict;
        }
    }

    private Task<CommitResult> RunAsync(IEnumerable<Statement> statements, CancellationToken cancellationToken) =>
        DeadlockRetry.RunAsync(
            async () =>
            {
                await WriteBatch.RunAsync(connections, statements, cancellationToken);
                return CommitResult.Saved;
            },
            cancellationToken);

    private async Task<bool> IsStoredAsync(TurnCommit commit)
    {
        for (var broken = 0; ; broken++)
        {
            try
            {
                await using var connection = await connections.Pool.OpenConnectionAsync(CancellationToken.None);
                await using var batch = connections.Batch(connection, TurnStatements.IsDone(commit));
                return await batch.ExecuteScalarAsync(CancellationToken.None) is not null;
            }
            catch (Exception fault) when (MySqlFaults.IsLost(fault) && broken < connections.PoolSize)
            {
                // Each dead connection is taken out once.
            }
        }
    }

    private async Task<T> GuardedAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await writes.RunAsync(write);
        }
        catch (Exception fault) when (MySqlFaults.Unavailable(fault) is { } unavailable)
        {
            Log.WriterFault(logger, fault, unavailable.Code);
            throw unavailable;
        }
    }
}
