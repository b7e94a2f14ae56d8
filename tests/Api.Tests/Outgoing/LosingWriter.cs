using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Outgoing;

/// <summary>A writer whose first commit is lost: the turn ran, and nothing of it was stored.</summary>
internal sealed class LosingWriter(ITurnWriter inner) : ITurnWriter
{
    private int _commits;

    public Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken) => inner.ClaimAsync(claim, cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _commits) == 1
            ? throw new StorageUnavailableException("database_unavailable", new IOException("lost"))
            : inner.CommitAsync(commit, cancellationToken);

    public Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken) => inner.ReleaseAsync(claim, cancellationToken);
}
