namespace FlowEngine.Chat.Turns;

/// <summary>
/// All writes of turns, one implementation a database. A call returns after its commit; what it reports is durable.
/// Faults of the database (locked, read-only, full, gone) come as <see cref="StorageUnavailableException"/>; nothing is half-written then.
/// </summary>
public interface ITurnWriter
{
    /// <summary>Commits a claim row in <c>conversation_turns</c>, and the conversation if the turn begins one.</summary>
    Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken);

    /// <summary>Commits everything that the turn made, in one transaction, and completes its claim if it has one.</summary>
    Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken);

    /// <summary>Gives up a claim whose turn stored nothing, so that the same key may be sent again.</summary>
    Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken);
}
