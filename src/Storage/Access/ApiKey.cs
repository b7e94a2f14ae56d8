namespace FlowEngine.Storage.Access;

/// <param name="TenantId">Null: an operator's.</param>
/// <param name="Scope"><c>chat</c>, <c>design</c>, <c>engineer</c> or <c>admin</c>.</param>
/// <param name="Prefix">The key's first characters, to tell keys apart.</param>
/// <param name="ExpiresAt">From when on it is no key any more; null: it does not expire.</param>
/// <param name="LastUsedAt">May be half a minute behind; null: never, or not since this is recorded.</param>
public sealed record ApiKey(
    long Id, long? TenantId, string Name, string Scope, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt,
    DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt);
