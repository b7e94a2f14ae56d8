using FlowEngine.Conversations;
using FlowEngine.Storage.Switches;

namespace FlowEngine.Storage.Turns;

/// <summary>The reads of a turn: compiled or prepared, untracked.</summary>
public interface ITurnReader
{
    /// <summary>Null where the tenant has no such conversation.</summary>
    Task<LoadedConversation?> ConversationAsync(TenantKey tenant, Guid publicId, CancellationToken cancellationToken);

    /// <summary>The newest conversation of the session that is not closed; null where there is none.</summary>
    /// <param name="usedSince">A conversation that nobody spoke in since then counts as closed.</param>
    Task<LoadedConversation?> NewestOfSessionAsync(TenantKey tenant, string sessionId, DateTimeOffset usedSince, CancellationToken cancellationToken);

    /// <summary>Null where the tenant is unknown or inactive.</summary>
    Task<TenantSnapshot?> TenantAsync(string slug, string instanceId, CancellationToken cancellationToken);

    Task<TenantSnapshot?> TenantAsync(TenantKey tenant, CancellationToken cancellationToken);

    /// <param name="day">In the tenant's time zone.</param>
    Task<UsageTotals> UsageAsync(TenantKey tenant, DateOnly day, CancellationToken cancellationToken);

    /// <summary>
    /// The turn that this caller made with this key, without claiming anything; null if there is none.
    /// </summary>
    Task<ClaimResult?> AnsweredAsync(
        TenantKey tenant, string caller, string idempotencyKey, string bodyHash, CancellationToken cancellationToken);
}

/// <summary>One conversation as it was when the turn began.</summary>
public sealed record LoadedConversation
{
    public required long RowId { get; init; }

    public required ConversationHead Head { get; init; }

    public required int RowVersion { get; init; }

    public required ConversationStatus Status { get; init; }

    public required string Language { get; init; }

    public string? ContextData { get; init; }

    public string? StateHistory { get; init; }

    /// <summary>The version that the waiting walk is pinned to, or that the last walk took.</summary>
    public FlowVersionRef? Flow { get; init; }

    public string? CurrentNodeId { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Of the newest turn that was saved, so that numbers have no gaps; 0 where there is none.</summary>
    public required int LastSeq { get; init; }

    /// <summary><c>v1</c> or <c>v2</c>: whose the newest turn that was saved is; null where there is none.</summary>
    public string? LastEngine { get; init; }

    /// <summary>Of V2 as the re-synchronised candidate; null where it never was one.</summary>
    public CandidateState? Candidate { get; init; }

    /// <summary>When the last turn here ended, or where there was none, when the conversation was imported; null: neither, so it is not idle.</summary>
    public DateTimeOffset? IdleSince { get; init; }

    /// <summary>What the row names for V1.</summary>
    public AssistantReference Assistant { get; init; } = AssistantReference.None;

    /// <summary>By all its turns so far.</summary>
    public required UsageTotals Used { get; init; }

    /// <summary>No turn was saved yet, and it was not imported: only a claim made it.</summary>
    public bool IsUnused => RowVersion == 0;

    public bool IsIdle(DateTimeOffset now, TimeSpan allowed) => now - IdleSince > allowed;

    /// <summary>It waits, and the time of its wait is over.</summary>
    public bool IsDue(DateTimeOffset now) => Status == ConversationStatus.Waiting && ExpiresAt <= now;
}

/// <summary>A tenant with what a turn needs of it.</summary>
/// <param name="ActiveFlows">The active version by flow name.</param>
/// <param name="Stage">The tenant's database row; null where the feature flag decides.</param>
public sealed record TenantSnapshot(
    TenantProfile Profile,
    IReadOnlyDictionary<string, FlowVersionRef> ActiveFlows,
    StageRow? Stage)
{
    /// <summary>What is switched off, for the tenant or for all.</summary>
    public IReadOnlyList<KillSwitch> Switches { get; init; } = [];
}

/// <param name="Stage"><c>off</c>, <c>shadow</c>, <c>live</c>, <c>rampdown</c> or <c>complete</c>.</param>
/// <param name="Percentage">0 to 100.</param>
/// <param name="Sample">0 to 100: share of turns compared.</param>
public sealed record StageRow(string Stage, int Percentage, int Sample);
