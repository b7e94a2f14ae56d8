using FlowEngine.Chat.Tenants;
using FlowEngine.Hosting.Access;

namespace FlowEngine.Api.Access;

/// <summary>Who makes a request.</summary>
/// <param name="Tenant">Whose data it may see.</param>
/// <param name="KeyId">Of the API key; null for an anonymous chat.</param>
/// <param name="SessionId">Of an anonymous chat, from its cookie; null for a key.</param>
public sealed record Caller(TenantSnapshot Tenant, AccessScope Scope, long? KeyId, string? SessionId, bool IsOperator)
{
    /// <summary>Whose idempotency keys they are.</summary>
    public string Name => KeyId is { } key ? NameOf(key) : $"session:{SessionId}";

    public static string NameOf(long keyId) => $"key:{keyId}";
}
