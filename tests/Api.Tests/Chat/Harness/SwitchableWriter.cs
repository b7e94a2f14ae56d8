using FlowEngine.Chat.Turns;

namespace FlowEngine.Api.Tests.Chat.Harness;

/// <summary>The real writer, whose commits fail while a test says so.</summary>
public sealed class SwitchableWriter(ITurnWriter inner) : ITurnWriter
{
    public bool FailsToCommit { get; set; }

    public Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken) => inner.ClaimAsync(claim, cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken) => FailsToCommit
        ? throw new StorageUnavailableException("database_full", new IOException("secret path"))
        : inner.CommitAsync(commit, cancellationToken);

    public Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken) => inner.ReleaseAsync(claim, cancellationToken);
}
