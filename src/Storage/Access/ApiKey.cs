namespace FlowEngine.Storage.Access;

/// <param name="TenantId">Null: an operator's.</param>
/// <param name="Scope"><c>chat</c>, <c>design</c>, <c>engineer</c> or <c>admin</c>.</param>
/// <param name="Prefix">The key's first characters, to tell keys apart.</param>
public sealed record ApiKey(
    long Id, long? TenantId, string Name, string Scope, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
