using FlowEngine.Chat.Turns;
using FlowEngine.Storage.PostgreSql.Connections;
using FlowEngine.Storage.Turns;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FlowEngine.Storage.PostgreSql.Turns;

internal sealed class PostgreSqlTurnWriter(
    PostgreSqlConnections connections, WritesInFlight writes, ILogger<PostgreSqlTurnWriter> logger) : ITurnWriter
{
    private const int Tries = 3;

    public Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken) =>
        GuardedAsync(() => TurnClaims.ClaimAsync(connections, claim, cancellationToken), cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken) =>
        GuardedAsync(() => CommitSurelyAsync(commit, cancellationToken), cancellationToken);

    public Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken) =>
        GuardedAsync(() => RunAsync([ClaimStatements.Remove(claim.Tenant, claim.TurnId)], cancellationToken), cancellationToken);

    /// <summary>Where the connection broke before the answer came, looks whether the turn was stored, and else stores it.</summary>
    private async Task<CommitResult> CommitSurelyAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            return await CommitOnceAsync(commit, cancellationToken);
        }
        catch (LostConnectionException)
        {
            return await IsStoredAsync(commit)
                || await CommitOnceAsync(commit, cancellationToken) == CommitResult.Saved
                || await IsStoredAsync(commit)
                    ? CommitResult.Saved
                    : CommitResult.Conflict;
        }
    }

    private async Task<CommitResult> CommitOnceAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync([.. CommitStatements.Of(commit)], cancellationToken);
        }
        catch (PostgresException refused) when (PostgreSqlFaults.IsUnique(refused) || refused.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            return CommitResult.Conflict;
        }
    }

    /// <summary>
    /// One round trip. Without a transaction begun, the batch is one of its own: all of it or nothing is kept. Once it is sent it is not
    /// cancelled, as nobody would know what became of it.
    /// </summary>
    private async Task<CommitResult> RunAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await connections.UseAsync(
                    async connection =>
                    {
                        await using var batch = connections.Batch(connection, statements);
                        return await batch.ExecuteNonQueryAsync(CancellationToken.None);
                    },
                    cancellationToken);
                return CommitResult.Saved;
            }
            catch (PostgresException fault) when (PostgreSqlFaults.IsDeadlock(fault) && attempt < Tries)
            {
                // Who was chosen to give way goes again.
            }
        }
    }

    private Task<bool> IsStoredAsync(TurnCommit commit) => connections.UseAsync(
        async connection =>
        {
            await using var batch = connections.Batch(connection, TurnStatements.IsDone(commit));
            return await batch.ExecuteScalarAsync(CancellationToken.None) is not null;
        },
        CancellationToken.None);

    private async Task<T> GuardedAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await writes.RunAsync(write);
        }
        catch (Exception fault) when (PostgreSqlFaults.Unavailable(fault) is { } unavailable)
        {
            Log.WriterFault(logger, fault, unavailable.Code);
            throw unavailable;
        }
    }
}
