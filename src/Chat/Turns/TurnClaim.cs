using FlowEngine.Conversations;

namespace FlowEngine.Chat.Turns;

/// <summary>Reserves a turn before its engine runs.</summary>
/// <param name="Caller">Whose idempotency keys they are: <c>key:ID</c> of an API key or <c>session:ID</c>.</param>
/// <param name="IdempotencyKey">Null where the claim is made only for the flow's external effects.</param>
/// <param name="BodyHash">SHA-256 in hex of what the client sent.</param>
/// <param name="LeaseUntil">When another process may take the claim over.</param>
public sealed record TurnClaim(
    TenantKey Tenant,
    Guid TurnId,
    ConversationHead Conversation,
    int Seq,
    string Caller,
    string? IdempotencyKey,
    string BodyHash,
    DateTimeOffset Now,
    DateTimeOffset LeaseUntil)
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_margin = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a claim holds: longer than any turn may run, whose second half may be the stand-in's, so that nobody takes over one that still does.
    /// </summary>
    /// <param name="limits">Those that engines run with, not settings that have changed since they started.</param>
    public static TimeSpan Lease(TurnLimits limits) => TimeSpan.FromTicks(Math.Max(s_shortest.Ticks, ((2 * limits.MaxDuration) + s_margin).Ticks));
}

/// <summary>What identifies a conversation and does not change with its turns.</summary>
/// <param name="IsNew">The row is not there yet: claim or commit creates it.</param>
public sealed record ConversationHead(
    Guid PublicId,
    bool IsNew,
    string SessionId,
    string? UserId,
    string Language,
    DateTimeOffset CreatedAt);

/// <summary>The closed set of answers to a claim.</summary>
public abstract record ClaimResult
{
    private ClaimResult()
    {
    }

    public sealed record Claimed : ClaimResult;

    /// <summary>The same key and body were answered before.</summary>
    /// <param name="ReplyJson">The reply as it was stored.</param>
    public sealed record Answered(Guid TurnId, string ReplyJson) : ClaimResult;

    /// <summary>The turn of this key is under way.</summary>
    public sealed record InFlight(Guid TurnId) : ClaimResult;

    /// <summary>The key was used with another body.</summary>
    public sealed record OtherBody(Guid TurnId) : ClaimResult;

    /// <summary>Another turn of the conversation took this number.</summary>
    public sealed record Conflict : ClaimResult;
}
