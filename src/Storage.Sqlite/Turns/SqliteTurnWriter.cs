using FlowEngine.Chat.Turns;
using FlowEngine.Storage.Turns;

namespace FlowEngine.Storage.Sqlite.Turns;

internal sealed class SqliteTurnWriter(WriteLoop loop) : ITurnWriter
{
    public Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken) =>
        loop.WriteAsync(
            db =>
            {
                var result = ClaimStatements.Claim(db, claim);
                return (result, result is ClaimResult.Claimed);
            },
            new ClaimResult.Conflict(),
            cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        // On the caller's thread: while the one writer is at it, all others wait.
        var asked = ComparisonRequests.Write(commit);
        return loop.WriteAsync(
            db =>
            {
                var result = CommitStatements.Commit(db, commit, asked);
                return (result, result == CommitResult.Saved);
            },
            CommitResult.Conflict,
            cancellationToken);
    }

    public Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken) =>
        loop.WriteAsync(
            db =>
            {
                ClaimStatements.Release(db, claim);
                return (true, true);
            },
            false,
            cancellationToken);
}
