using FlowEngine.Chat.Engines;
using FlowEngine.Chat.Tenants;

namespace FlowEngine.Chat.Turns;

/// <summary>A request that is well-formed, by a caller who may make it.</summary>
/// <param name="Asked">The engine that the address names; null: the toggle decides.</param>
/// <param name="BodyHash">SHA-256 in hex of the address and the body.</param>
public sealed record IncomingTurn(TurnCaller Caller, ChatRequest Request, EngineName? Asked, string? IdempotencyKey, string BodyHash)
{
    /// <summary>That the caller is bound to or names; null: a new one.</summary>
    public string? SessionId => Caller.SessionId ?? Request.SessionId;
}

/// <param name="Name">Whose idempotency keys they are.</param>
/// <param name="SessionId">The only session that the caller may speak in; null: any.</param>
public sealed record TurnCaller(TenantSnapshot Tenant, string Name, string? SessionId);
