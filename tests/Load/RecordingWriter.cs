using FlowEngine.Chat.Turns;

namespace FlowEngine.Load;

/// <summary>Passes writes on, and keeps the newest turn.</summary>
internal sealed class RecordingWriter(ITurnWriter inner) : ITurnWriter
{
    public TurnCommit? Newest { get; private set; }

    public Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken) => inner.ClaimAsync(claim, cancellationToken);

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        Newest = commit;
        return inner.CommitAsync(commit, cancellationToken);
    }

    public Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken) => inner.ReleaseAsync(claim, cancellationToken);
}
